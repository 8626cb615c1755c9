import type { ArticleFormat } from '../../../moderation/model/article.ts';
import type { TextEncoding } from '../../../moderation/model/text-encoding.ts';
import { type DecodedText, decodeAs } from './decode-as.ts';
import { detectEncoding } from './detect-encoding.ts';
import { findByteOrderMark } from './find-byte-order-mark.ts';
import { findDeclaredCharset } from './find-declared-charset.ts';
import { findUnmarkedUtf16 } from './find-unmarked-utf16.ts';
import { nameBinary } from './name-binary.ts';

/** A text with the encoding it was read in, or why bytes are none, as a message for people. */
export type DecodedBytes = { readonly text: string; readonly encoding: TextEncoding } | { readonly refusal: string };

const ESCAPE = 0x1b;
/** What must be right for each wrong place. UTF-8 is rarely met by chance, other encodings often. */
const RIGHT_PER_WRONG = { unicode: 2, other: 20 } as const;
const LYING_MARK_LENGTH = 8;
/** Bytes and confidence: a text of this length is nearer to some language than this in the encoding it is in. */
const NOTHING = { length: 256, confidence: 0.03 } as const;

function accept({ text, replaced }: DecodedText, name: string, from: TextEncoding['from'], confidence = 1): DecodedBytes {
  return { text, encoding: { name, from, confidence, replaced } };
}

/**
 * True when so much of a text is right that its wrong places are damage, not another encoding. ASCII counts for UTF-16
 * only: it looks the same in all others.
 */
function isMostlyRight({ text, replaced }: DecodedText, rightPerWrong: number, countsAscii = false): boolean {
  if (replaced === 0) return true;
  let right = -replaced;
  for (let at = 0; at < text.length; at++) if (countsAscii || text.charCodeAt(at) > 0x7f) right++;
  return right >= rightPerWrong * replaced;
}

/** True for words in ASCII, which no UTF-16 looks like: there each second byte would be NUL, or beyond ASCII now and then. */
function isAsciiText(bytes: Uint8Array): boolean {
  return bytes.length >= LYING_MARK_LENGTH && bytes.every((byte) => byte >= 0x09 && byte < 0x7f);
}

function readMarked(bytes: Uint8Array): DecodedBytes | undefined {
  const mark = findByteOrderMark(bytes);
  if (!mark) return undefined;
  if (mark.encoding === 'utf-32') return { refusal: 'this is UTF-32; convert it to UTF-8' };
  if (mark.encoding !== 'utf-8' && isAsciiText(bytes.subarray(mark.length))) return undefined;
  const decoded = decodeAs(bytes, mark.encoding);
  const isUtf16 = mark.encoding !== 'utf-8';
  return isMostlyRight(decoded, RIGHT_PER_WRONG.other, isUtf16) ? accept(decoded, mark.encoding, 'bom') : undefined;
}

/** ISO-2022-JP is ASCII with escapes, so it is valid UTF-8 too. */
function readEscaped(bytes: Uint8Array): DecodedBytes | undefined {
  const at = bytes.indexOf(ESCAPE);
  if (at < 0 || bytes[at + 1] !== 0x24 || (bytes[at + 2] !== 0x40 && bytes[at + 2] !== 0x42)) return undefined;
  const decoded = decodeAs(bytes, 'iso-2022-jp');
  return isMostlyRight(decoded, RIGHT_PER_WRONG.other) ? accept(decoded, 'iso-2022-jp', 'detected') : undefined;
}

function readUnmarkedUtf16(bytes: Uint8Array): DecodedBytes | undefined {
  const name = findUnmarkedUtf16(bytes);
  const decoded = name && decodeAs(bytes, name);
  return decoded && isMostlyRight(decoded, RIGHT_PER_WRONG.other, true) ? accept(decoded, name, 'detected') : undefined;
}

function readDeclared(bytes: Uint8Array): DecodedBytes | undefined {
  const name = findDeclaredCharset(bytes);
  if (name === undefined || name === 'utf-8') return undefined;
  const decoded = decodeAs(bytes, name);
  return isMostlyRight(decoded, RIGHT_PER_WRONG.other) ? accept(decoded, name, 'declared') : undefined;
}

function readUtf8(bytes: Uint8Array): DecodedBytes | undefined {
  const decoded = decodeAs(bytes, 'utf-8');
  return isMostlyRight(decoded, RIGHT_PER_WRONG.unicode) ? accept(decoded, 'utf-8', 'utf-8') : undefined;
}

async function readDetected(bytes: Uint8Array): Promise<DecodedBytes> {
  if (bytes.includes(0))
    return { refusal: 'this is no text: it holds NUL bytes and is neither UTF-8 nor UTF-16; convert it to text' };
  const { name, confidence } = await detectEncoding(bytes);
  if (bytes.length >= NOTHING.length && confidence < NOTHING.confidence)
    return { refusal: 'this is no text in any encoding known here; convert it to UTF-8' };
  return accept(decodeAs(bytes, name), name, 'detected', confidence);
}

/** Without the byte order mark that turned out to be none. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(findByteOrderMark(bytes)?.length ?? 0);
}

/**
 * Bytes as text, by the first of these that fits: a byte order mark, UTF-8, the charset that an HTML source declares, what
 * texts of many languages look like. A byte order mark is no part of the text: offsets in a result begin behind it. A few
 * bytes that do not fit are replaced by U+FFFD and counted. Linear; what is no text is refused.
 */
export async function decodeBytes(bytes: Uint8Array, format: ArticleFormat): Promise<DecodedBytes> {
  const binary = nameBinary(bytes);
  if (binary !== undefined) return { refusal: `this is ${binary}; convert it to text` };
  const marked = readMarked(bytes);
  if (marked) return marked;
  const body = withoutMark(bytes);
  return (
    readUnmarkedUtf16(body) ??
    readEscaped(body) ??
    readUtf8(body) ??
    (format === 'html' ? readDeclared(body) : undefined) ??
    (await readDetected(body))
  );
}
