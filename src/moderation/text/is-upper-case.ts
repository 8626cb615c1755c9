const UNKNOWN = 0;
const NO = 1;
const YES = 2;

// A memo of a pure function, filled as characters are met.
const memo = new Uint8Array(0x10000);

/** True for a UTF-16 code unit that is a capital letter (`\p{Lu}`); halves of surrogate pairs are none. */
export function isUpperCase(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (memo[unit] === UNKNOWN) memo[unit] = /^\p{Lu}$/u.test(String.fromCharCode(unit)) ? YES : NO;
  return memo[unit] === YES;
}
