import { Buffer } from 'node:buffer';
import { EXIT } from '../cli-error.ts';
import type { CheckItem } from './check-item.ts';
import { CHECK_LIMITS } from './check-limits.ts';
import { decodeBytes } from './decode-bytes.ts';

/** All bytes of a stream, or nothing when they are more than `limit`. */
async function readWithin(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}

/** One file as one article; its id is the name as given, `-` for standard input. */
export async function readTextArticle(name: string, chunks: AsyncIterable<Uint8Array>): Promise<CheckItem> {
  const where = { ...(name === '-' ? {} : { file: name }), exitCode: EXIT.data };
  const bytes = await readWithin(chunks, CHECK_LIMITS.fileBytes);
  if (!bytes) {
    return {
      fault: { code: 'file_too_large', message: `more than ${CHECK_LIMITS.fileBytes} bytes, the limit of a file`, ...where },
    };
  }
  const decoded = decodeBytes(bytes);
  if ('text' in decoded) return { article: { id: name, text: decoded.text } };
  const message = `not valid ${decoded.encoding} at byte ${decoded.invalidAt}`;
  return { fault: { code: 'bad_encoding', message, ...where } };
}
