import { EXIT } from '../cli-error.ts';
import type { CheckItem } from './check-item.ts';
import { CHECK_LIMITS } from './check-limits.ts';
import { parseArticleLine } from './parse-article-line.ts';
import { type ByteLine, splitByteLines } from './split-byte-lines.ts';

const SPACE = 0x20;

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === SPACE || (byte >= 0x09 && byte <= 0x0d));
}

/** UTF-16 cannot be split at line feeds, and JSON lines are UTF-8 by definition. */
function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function toItem(entry: ByteLine, file: { readonly file?: string }): CheckItem {
  const where = { ...file, line: entry.line, exitCode: EXIT.data };
  if ('tooLong' in entry) {
    const message = `the line has ${entry.tooLong} bytes; the limit is ${CHECK_LIMITS.lineBytes}`;
    return { fault: { code: 'line_too_long', message, ...where } };
  }
  const parsed = parseArticleLine(entry.bytes);
  return 'article' in parsed ? parsed : { fault: { ...parsed, ...where } };
}

/** The articles of an NDJSON input in order; a line that is none is a fault in its place. Blank lines are skipped. */
export async function* readArticleLines(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CheckItem> {
  const file = name === '-' ? {} : { file: name };
  for await (const entry of splitByteLines(chunks, CHECK_LIMITS.lineBytes)) {
    if (entry.line === 1 && 'bytes' in entry && isUtf16(entry.bytes)) {
      const message = 'NDJSON is UTF-8; this is UTF-16';
      yield { fault: { code: 'bad_encoding', message, ...file, exitCode: EXIT.data } };
      return;
    }
    if ('bytes' in entry && isBlank(entry.bytes)) continue;
    yield toItem(entry, file);
  }
}
