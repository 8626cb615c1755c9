import { Buffer } from 'node:buffer';

const isAscii = (byte: number | undefined): boolean => byte === undefined || byte < 0x80;

/** Index of the first byte at or after `from` that is not ASCII, or the length. */
function nextForeign(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isAscii(bytes[at])) at++;
  return at;
}

/** The end of a stretch that begins with a foreign byte: `context` bytes after the last one that has no other so near. */
function stretchEnd(bytes: Uint8Array, from: number, last: number, context: number): number {
  let end = Math.min(last, from + context + 1);
  for (let at = from; at < end; at++) if (!isAscii(bytes[at])) end = Math.min(last, at + context + 1);
  return end;
}

/**
 * What is not ASCII of a text, each with `context` bytes on both sides, up to `limit` bytes in all: what tells its
 * encoding, without the markup around it. No character is cut but at the limit. Linear.
 */
export function sampleBytes(bytes: Uint8Array, context: number, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let position = 0;
  while (length < limit) {
    const foreign = nextForeign(bytes, position);
    if (foreign >= bytes.length) break;
    const from = Math.max(position, foreign - context);
    const end = stretchEnd(bytes, foreign, Math.min(bytes.length, from + limit - length), context);
    parts.push(bytes.subarray(from, end));
    length += end - from;
    position = end;
  }
  return Buffer.concat(parts, length);
}
