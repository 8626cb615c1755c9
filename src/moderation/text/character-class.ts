export const CLASS_BREAK = 0;
export const CLASS_LETTER = 1;
export const CLASS_DIGIT = 2;
export const CLASS_SYMBOL = 3;
/** A character that is a word by itself: scripts written without spaces. */
export const CLASS_IDEOGRAPH = 4;
/** Characters without a width: skipped inside words, a break elsewhere. */
export const CLASS_IGNORED = 5;
const UNKNOWN = 255;

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IGNORED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/u;
const SYMBOLS = '%$€£¥@#&+';

// A memo of a pure function, filled as characters are met: regular expressions per character would be the cost.
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function computeClass(character: string): number {
  if (IGNORED.test(character)) return CLASS_IGNORED;
  if (UNSPACED.test(character)) return CLASS_IDEOGRAPH;
  if (LETTER.test(character)) return CLASS_LETTER;
  if (DIGIT.test(character)) return CLASS_DIGIT;
  return SYMBOLS.includes(character) ? CLASS_SYMBOL : CLASS_BREAK;
}

/** Class of a code point, one of the `CLASS_` constants. */
export function characterClass(codePoint: number): number {
  if (codePoint > 0xffff) return computeClass(String.fromCodePoint(codePoint));
  const known = classes[codePoint] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const computed = computeClass(String.fromCharCode(codePoint));
  classes[codePoint] = computed;
  return computed;
}
