/** Visible, or none of our business. */
export const VISIBLE = 0;
/** Control characters of ASCII that end no line. */
export const CONTROL = 1;
export const SOFT_HYPHEN = 2;
/** ZERO WIDTH JOINER and NON-JOINER. */
export const JOINER = 3;
/** ZERO WIDTH SPACE, WORD JOINER and BOM: where a line may or may not break. */
export const BREAKER = 4;
/** Operators of mathematics that are understood and not written. */
export const OPERATOR = 5;
/** Fillers of Hangul and Khmer, and joiners of graphemes. */
export const FILLER = 6;
export const BIDI = 7;
export const SELECTOR = 8;
export const TAG = 9;
/** Controls that belong to one script: Mongolian, shorthand, music. */
export const OWN_SCRIPT = 10;
/** Without a use in a text: anchors of annotations, deprecated controls, code points that are no characters. */
const USELESS = 11;
/** Stands where a character could not be read. */
export const REPLACEMENT = 12;
/** First half of a code point of the planes beyond the first; `invisibleClass` tells. */
const SURROGATE = 13;

const RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0x0008, CONTROL],
  [0x000e, 0x001f, CONTROL],
  [0x007f, 0x007f, CONTROL],
  [0x00ad, 0x00ad, SOFT_HYPHEN],
  [0x034f, 0x034f, FILLER],
  [0x061c, 0x061c, BIDI],
  [0x115f, 0x1160, FILLER],
  [0x17b4, 0x17b5, FILLER],
  [0x180b, 0x180f, OWN_SCRIPT],
  [0x200b, 0x200b, BREAKER],
  [0x200c, 0x200d, JOINER],
  [0x200e, 0x200f, BIDI],
  [0x202a, 0x202e, BIDI],
  [0x2060, 0x2060, BREAKER],
  [0x2061, 0x2064, OPERATOR],
  [0x2065, 0x2065, USELESS],
  [0x2066, 0x2069, BIDI],
  [0x206a, 0x206f, USELESS],
  [0x3164, 0x3164, FILLER],
  [0xd82f, 0xd82f, SURROGATE],
  [0xd834, 0xd834, SURROGATE],
  [0xdb40, 0xdb43, SURROGATE],
  [0xfe00, 0xfe0f, SELECTOR],
  [0xfeff, 0xfeff, BREAKER],
  [0xffa0, 0xffa0, FILLER],
  [0xfff9, 0xfffc, USELESS],
  [0xfffd, 0xfffd, REPLACEMENT],
  [0xfffe, 0xffff, USELESS],
];

/** Class of each UTF-16 code unit; a read past the end of a text (NaN) finds nothing. */
const UNITS = new Uint8Array(0x10000);
for (const [first, last, kind] of RANGES) UNITS.fill(kind, first, last + 1);

function classBeyond(code: number): number {
  if (code >= 0xe0000 && code <= 0xe007f) return TAG;
  if (code >= 0xe0100 && code <= 0xe01ef) return SELECTOR;
  if (code > 0xe007f && code <= 0xe0fff) return USELESS;
  if ((code >= 0x1bca0 && code <= 0x1bca3) || (code >= 0x1d173 && code <= 0x1d17a)) return OWN_SCRIPT;
  return VISIBLE;
}

/** What kind of invisible character begins at `at`: one of the constants here, `VISIBLE` for all others. */
export function invisibleClass(text: string, at: number): number {
  const kind = UNITS[text.charCodeAt(at)] ?? VISIBLE;
  return kind === SURROGATE ? classBeyond(text.codePointAt(at) ?? 0) : kind;
}
