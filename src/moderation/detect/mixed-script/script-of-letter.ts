/** No letter: marks, digits, apostrophes, and the micro sign, which is no letter of an alphabet. */
export const NO_SCRIPT = 0;
export const LATIN = 1;
export const CYRILLIC = 2;
export const GREEK = 3;
const ARMENIAN = 4;
const CHEROKEE = 5;
/** Latin letters in the width of ideographs. */
export const FULL_WIDTH = 6;
/** Latin letters in the styles of mathematics. */
export const STYLED = 7;
/** Letters without look-alikes here; those of phonetic alphabets, which are mixed by nature, are among them. */
export const OTHER = 8;

const RANGES: readonly (readonly [number, number, number])[] = [
  [0x41, 0x5a, LATIN],
  [0x61, 0x7a, LATIN],
  [0xc0, 0xd6, LATIN],
  [0xd8, 0xf6, LATIN],
  [0xf8, 0x24f, LATIN],
  [0x370, 0x3ff, GREEK],
  [0x400, 0x481, CYRILLIC],
  [0x48a, 0x52f, CYRILLIC],
  [0x531, 0x587, ARMENIAN],
  [0x13a0, 0x13fd, CHEROKEE],
  [0x1e00, 0x1eff, LATIN],
  [0x1f00, 0x1fff, GREEK],
  [0xff21, 0xff3a, FULL_WIDTH],
  [0xff41, 0xff5a, FULL_WIDTH],
  [0x1d400, 0x1d6a3, STYLED],
];
const LETTER = /\p{L}/u;

/** The script of a letter as far as look-alikes go: one of the constants here. */
export function scriptOfLetter(code: number): number {
  for (const [first, last, script] of RANGES) if (code >= first && code <= last) return script;
  return code > 0x7f && LETTER.test(String.fromCodePoint(code)) ? OTHER : NO_SCRIPT;
}
