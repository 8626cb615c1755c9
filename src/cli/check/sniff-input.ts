import { Buffer } from 'node:buffer';
import { CHECK_LIMITS } from './check-limits.ts';
import { isJsonObject } from './is-json-object.ts';

/** What an input is, and all of its bytes, those looked at included. */
export interface SniffedInput {
  readonly kind: 'article' | 'ndjson';
  readonly chunks: AsyncIterable<Uint8Array>;
}

const BRACE = 0x7b;
const LF = 0x0a;
/** Bytes; an input that begins with more blanks than this is no NDJSON. */
const MAX_BLANKS = 65_536;

/** Index of the first byte that is neither a blank nor part of a byte order mark; -1 when there is none yet. */
function firstInk(head: Uint8Array): number {
  return head.findIndex((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
}

function judge(head: Uint8Array): 'article' | 'ndjson' {
  const ink = firstInk(head);
  if (ink < 0 || head[ink] !== BRACE) return 'article';
  const end = head.indexOf(LF, ink);
  if (end < 0 && head.length > CHECK_LIMITS.lineBytes) return 'ndjson';
  const line = Buffer.from(head.subarray(ink, end < 0 ? head.length : end)).toString('utf8');
  return isJsonObject(line) ? 'ndjson' : 'article';
}

async function* replay(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * Reads as much as decides: other ink than a brace, a whole first line, or more than any line may have. Each chunk is looked at
 * once, for there may be very many.
 */
async function readHead(rest: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const seen: Uint8Array[] = [];
  let length = 0;
  let isBrace = false;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    const chunk = next.value;
    seen.push(chunk);
    length += chunk.length;
    const ink: number = isBrace ? 0 : firstInk(chunk);
    if (ink < 0 && length <= MAX_BLANKS) continue;
    isBrace ||= chunk[ink] === BRACE;
    if (!isBrace || chunk.indexOf(LF, ink) >= 0 || length > CHECK_LIMITS.lineBytes) break;
  }
  return Buffer.concat(seen, length);
}

/** Decides by the first line: a JSON object means NDJSON, anything else is one article. */
export async function sniffInput(chunks: AsyncIterable<Uint8Array>): Promise<SniffedInput> {
  const rest = chunks[Symbol.asyncIterator]();
  const head = await readHead(rest);
  return { kind: judge(head), chunks: replay(head, rest) };
}
