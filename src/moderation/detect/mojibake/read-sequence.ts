import { characterKind, rarityOf } from './character-kind.ts';
import type { CodePage } from './code-page.ts';
import { characterId } from './code-pages.ts';
import type { Sequence } from './sequence.ts';

const SPACE = 0x20;
const NO_BREAK = 0xa0;
const LOST = -1;
const QUESTIONED = -2;
const NONE = 0;
const A_GRAVE_LEAD = 0xc3;
const RAREST = 2;
/** Portuguese words of which the no-break space of "à" is a part: what follows it belongs to the word. */
const PORTUGUESE = /^(?:quel[ae]s?(?![\p{L}\p{N}])|quilo(?![\p{L}\p{N}])|s\s)/u;

/** Private use, noncharacters, places without a character; those kept for emoji may have got one since. */
const NO_TEXT = /\p{Co}|(?!\p{Extended_Pictographic})\p{Cn}/u;

/** Least code point of a character with this many bytes more than one. */
const LEAST = [0, 0x80, 0x800, 0x10000];

/** What a character stands for as a byte that goes on: the byte, `LOST`, `QUESTIONED`, or `NONE`. */
function continuingByte(page: CodePage, unit: number): number {
  if (unit === SPACE) return NO_BREAK;
  if (unit === 0xfffd || unit === 0x1a) return LOST;
  if (unit === 0x3f) return QUESTIONED;
  const byte = page.bytes[characterId(unit)] ?? 0;
  return byte >= 0x80 && byte <= 0xbf ? byte : NONE;
}

function countContinuing(lead: number): number {
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
}

interface Bytes {
  readonly codePoint: number;
  readonly lost: number;
  readonly questioned: number;
  readonly spaces: number;
}

function toText(codePoint: number, length: number): string | undefined {
  if (codePoint < (LEAST[length] ?? 0) || codePoint > 0x10ffff) return undefined;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return undefined;
  const text = String.fromCodePoint(codePoint);
  return NO_TEXT.test(text) ? undefined : text;
}

/** A blank within three or four bytes is one of them where a letter in use comes out, and no letter of a clean word leads. */
function mayHoldBlank(codePoint: number, page: CodePage): boolean {
  return page.script === undefined && rarityOf(characterKind(codePoint)) < RAREST;
}

/** "Ã" before a space is "à"; whether the space was a part of it or stands for itself tells what follows. */
function readGrave(text: string, at: number): Sequence {
  const next = text.charCodeAt(at + 2);
  const isTwice = next === SPACE || next === NO_BREAK;
  const isPart = isTwice || PORTUGUESE.test(text.slice(at + 2, at + 10));
  return { start: at, end: at + (isPart ? 2 : 1), replacement: 'à', isWhole: false };
}

/** The bytes after a lead; nothing where one of them cannot go on. */
function readBytes(text: string, at: number, page: CodePage, lead: number, length: number): Bytes | undefined {
  let codePoint = lead & (0x3f >> length);
  let lost = 0;
  let questioned = 0;
  let spaces = 0;
  for (let place = 1; place <= length; place++) {
    const unit = text.charCodeAt(at + place);
    const byte = continuingByte(page, unit);
    if (byte === NONE) return undefined;
    if (byte === LOST) lost++;
    else if (byte === QUESTIONED) questioned++;
    else codePoint = (codePoint << 6) | (byte & 0x3f);
    if (unit === SPACE) spaces++;
  }
  return { codePoint, lost, questioned, spaces };
}

/** A character of which bytes are lost becomes the replacement character, when enough of it is left to be sure. */
function readLossy(at: number, length: number, lead: number, bytes: Bytes): Sequence | undefined {
  const left = length - bytes.lost - bytes.questioned - bytes.spaces;
  if (length === 1) {
    if (bytes.questioned > 0 && lead !== 0xc2 && lead !== A_GRAVE_LEAD) return undefined;
  } else if (left < length - 1 || left === 0) return undefined;
  return { start: at, end: at + length + 1, replacement: '\ufffd', isWhole: false };
}

/** Half of a surrogate pair written as three bytes of its own (CESU-8): its code, or nothing. */
function readHalf(text: string, at: number, page: CodePage): number | undefined {
  if ((page.bytes[characterId(text.charCodeAt(at))] ?? 0) !== 0xed) return undefined;
  const bytes = readBytes(text, at, page, 0xed, 2);
  if (!bytes || bytes.lost + bytes.questioned > 0) return undefined;
  return bytes.codePoint >= 0xd800 && bytes.codePoint <= 0xdfff ? bytes.codePoint : undefined;
}

function readPair(text: string, at: number, page: CodePage): Sequence | undefined {
  const high = readHalf(text, at, page);
  if (high === undefined || high > 0xdbff) return undefined;
  const low = readHalf(text, at + 3, page);
  if (low === undefined || low < 0xdc00) return undefined;
  return { start: at, end: at + 6, replacement: String.fromCharCode(high, low), isWhole: true };
}

/** The character of UTF-8 that begins at `at` when the text is read back through a code page; nothing when none does. */
export function readSequence(text: string, at: number, page: CodePage): Sequence | undefined {
  const lead = page.bytes[characterId(text.charCodeAt(at))] ?? 0;
  const length = countContinuing(lead);
  if (length === 0) return undefined;
  if (lead === A_GRAVE_LEAD && (text.charCodeAt(at + 1) === SPACE || at + 1 === text.length)) return readGrave(text, at);
  const bytes = readBytes(text, at, page, lead, length);
  if (!bytes) return undefined;
  if (bytes.lost + bytes.questioned > 0) return readLossy(at, length, lead, bytes);
  if (bytes.spaces > 1) return undefined;
  const replacement = toText(bytes.codePoint, length);
  if (replacement === undefined) return lead === 0xed ? readPair(text, at, page) : undefined;
  if (length > 1 && bytes.spaces > 0 && !mayHoldBlank(bytes.codePoint, page)) return undefined;
  return { start: at, end: at + length + 1, replacement, isWhole: bytes.spaces === 0 };
}
