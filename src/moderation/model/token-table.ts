export const TOKEN_WORD = 0;
export const TOKEN_NUMBER = 1;
export const TOKEN_SYMBOL = 2;

/** The tokens of a text as columns; row `i` is the token `[starts[i], ends[i])` in UTF-16 code units. */
export interface TokenTable {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** FNV-1a of the folded token: case, width, apostrophes and zero-width characters do not count. */
  readonly hashes: Uint32Array;
  /** `TOKEN_WORD`, `TOKEN_NUMBER` or `TOKEN_SYMBOL`. */
  readonly kinds: Uint8Array;
}
