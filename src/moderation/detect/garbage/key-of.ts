import { ALPHABETS, codeOf, scriptOf } from '../../text/letter-code.ts';

/** Keys of the keyboard in rows; column and row of a letter are its place here. */
const KEYBOARDS: readonly (readonly string[])[] = [
  [],
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  ['ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'],
];
const VOWELS: readonly string[] = ['', 'aeiouy', 'аеиоуыэюяії', 'αεηιουω'];

/** Key of each letter, `row * 16 + column + 1`, by script and code; 0 when it has none. */
const KEYS: readonly Uint8Array[] = ALPHABETS.map((letters, script) =>
  Uint8Array.from(` ${letters}`, (letter) => {
    const row = (KEYBOARDS[script] ?? []).findIndex((keys) => keys.includes(letter));
    return row < 0 || letter === ' ' ? 0 : row * 16 + (KEYBOARDS[script]?.[row] ?? '').indexOf(letter) + 1;
  }),
);
const IS_VOWEL: readonly Uint8Array[] = ALPHABETS.map((letters, script) =>
  Uint8Array.from(` ${letters}`, (letter) => ((VOWELS[script] ?? '').includes(letter) && letter !== ' ' ? 1 : 0)),
);

/** Key of a letter, `row * 16 + column + 1`; 0 when it has none. */
export function keyOf(code: number): number {
  return KEYS[scriptOf(code)]?.[codeOf(code)] ?? 0;
}

/** The same key or one beside it. */
export function isNear(a: number, b: number): boolean {
  return a > 0 && b > 0 && Math.abs((a >>> 4) - (b >>> 4)) <= 1 && Math.abs((a & 15) - (b & 15)) <= 1;
}

export const isVowel = (code: number): boolean => IS_VOWEL[scriptOf(code)]?.[codeOf(code)] === 1;

/** Keys left of the sixth column are the left hand's. */
export const isSameHand = (a: number, b: number): boolean => a > 0 && b > 0 && (a & 15) <= 5 === (b & 15) <= 5;
