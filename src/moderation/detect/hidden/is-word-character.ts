const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Can this code point stand inside a word? 0, the end of a text, cannot. */
export function isWordCharacter(code: number): boolean {
  return code > 0 && WORD.test(String.fromCodePoint(code));
}
