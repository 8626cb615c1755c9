/** Scripts whose letters have codes; any other letter is `SCRIPT_OTHER`. */
export const SCRIPT_NONE = 0;
export const SCRIPT_LATIN = 1;
export const SCRIPT_CYRILLIC = 2;
export const SCRIPT_GREEK = 3;
export const SCRIPT_OTHER = 4;
/** Not letters: digits; and characters that leave no trace in a word (marks, apostrophes, zero width, U+FFFD). */
export const SCRIPT_DIGIT = 5;
export const SCRIPT_IGNORED = 6;

/** Letters of each script in the order of their codes, which start at 1; 0 is the edge of a word. */
export const ALPHABETS: readonly string[] = [
  '',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєјђћљњџ',
  'αβγδεζηθικλμνξοπρστυφχψω',
];
const KEPT = 'йї';
const FOLDED: Readonly<Record<string, string>> = {
  ß: 's',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
  ς: 'σ',
  ґ: 'г',
};
const IGNORED = /[\p{M}\p{Cf}'’ʼ·\ufffd]/u;
const LETTER = /\p{L}/u;
const UNKNOWN = 0xffff;
const UPPER = 0x800;

// A memo of a pure function: script in the low three bits, code above them, then whether it is a capital.
const codes = new Uint16Array(0x10000).fill(UNKNOWN);

function foldLetter(lower: string): string {
  if (KEPT.includes(lower)) return lower;
  return FOLDED[lower] ?? lower.normalize('NFD').charAt(0);
}

function computeCode(character: string): number {
  if (/\p{Nd}/u.test(character)) return SCRIPT_DIGIT;
  if (IGNORED.test(character)) return SCRIPT_IGNORED;
  if (!LETTER.test(character)) return SCRIPT_NONE;
  const lower = character.toLowerCase();
  const folded = foldLetter(lower.charAt(0));
  const script = ALPHABETS.findIndex((letters) => letters.includes(folded) && letters !== '');
  const capital = lower === character ? 0 : UPPER;
  if (script < 0) return SCRIPT_OTHER | capital;
  return script | (((ALPHABETS[script] ?? '').indexOf(folded) + 1) << 3) | capital;
}

/** What a UTF-16 code unit is as a letter: read with `scriptOf`, `codeOf` and `isCapital`. */
export function letterCode(unit: number): number {
  const known = codes[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const computed = computeCode(String.fromCharCode(unit));
  codes[unit] = computed;
  return computed;
}

export function scriptOf(code: number): number {
  return code & 7;
}

/** Place in the script's alphabet, counted from 1, accents and case left out. */
export function codeOf(code: number): number {
  return (code >>> 3) & 0xff;
}

export function isCapital(code: number): boolean {
  return (code & UPPER) !== 0;
}
