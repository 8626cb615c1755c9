import { CLASS_DIGIT, characterClass } from './character-class.ts';

/** Letters that are no capitals, and all other signs. */
export const MARK_NONE = 1;
export const MARK_SPACE = 2;
export const MARK_CAPITAL = 3;
export const MARK_DIGIT = 4;
export const MARK_HASH = 5;
export const MARK_BRACKET = 6;
/** Marks that end a sentence are this and higher. */
export const MARK_FULL_STOP = 7;
export const MARK_ELLIPSIS = 8;
/** `!` and `?`. */
const MARK_CALL = 9;
/** Marks of scripts that put no space after a sentence. */
export const MARK_UNSPACED = 10;

// A memo of a pure function, filled as characters are met: 0 means not yet computed.
const memo = new Uint8Array(0x10000);

const SIGNS: Readonly<Record<string, number>> = {
  '#': MARK_HASH,
  '{': MARK_BRACKET,
  '.': MARK_FULL_STOP,
  '…': MARK_ELLIPSIS,
  '!': MARK_CALL,
  '?': MARK_CALL,
  '。': MARK_UNSPACED,
  '！': MARK_UNSPACED,
  '？': MARK_UNSPACED,
};

function computeClass(unit: number): number {
  const character = String.fromCharCode(unit);
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  if (/[\s\u0085]/u.test(character)) return MARK_SPACE;
  if (/\p{Lu}/u.test(character)) return MARK_CAPITAL;
  return characterClass(unit) === CLASS_DIGIT ? MARK_DIGIT : MARK_NONE;
}

/** What a UTF-16 code unit is to somebody who counts marks: one of the `MARK_` constants. */
export function markClass(unit: number): number {
  const known = memo[unit] ?? 0;
  if (known !== 0) return known;
  const computed = computeClass(unit);
  memo[unit] = computed;
  return computed;
}
