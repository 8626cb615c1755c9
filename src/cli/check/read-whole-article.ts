import { Buffer } from 'node:buffer';
import { EXIT } from '../cli-error.ts';
import { decodeBytes } from './bytes/decode-bytes.ts';
import { type FormatHint, guessFormat } from './bytes/guess-format.ts';
import { previewText } from './bytes/preview-text.ts';
import type { CheckItem } from './check-item.ts';
import { CHECK_LIMITS } from './check-limits.ts';
import { isJsonData } from './is-json-data.ts';

const JSON_ADVICE =
  'this is JSON; hand in NDJSON, one article a line (check and submit take it as the article with --input text)';

/** Whether nobody said that it is text: the name of a file does not keep data from being data. */
const isGuessed = (hint: FormatHint): boolean => hint === 'any' || hint === 'text-or-page';

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
export async function readWholeArticle(name: string, hint: FormatHint, chunks: AsyncIterable<Uint8Array>): Promise<CheckItem> {
  const where = { ...(name === '-' ? {} : { file: name }), exitCode: EXIT.data };
  const bytes = await readWithin(chunks, CHECK_LIMITS.fileBytes);
  if (!bytes) {
    return {
      fault: { code: 'file_too_large', message: `more than ${CHECK_LIMITS.fileBytes} bytes, the limit of a file`, ...where },
    };
  }
  const format = guessFormat(hint, previewText(bytes));
  const decoded = await decodeBytes(bytes, format);
  if ('refusal' in decoded) return { fault: { code: 'bad_encoding', message: decoded.refusal, ...where } };
  const { text, encoding } = decoded;
  if (isGuessed(hint) && isJsonData(text)) return { fault: { code: 'json_document', message: JSON_ADVICE, ...where } };
  return { article: { id: name, text, ...(format === 'text' ? {} : { format }), encoding } };
}
