/**
 * A stretch of a text and where it came from. `isSame`: it stands there letter for letter, so each of its characters has
 * its own place; otherwise the whole stands for the whole of its source, as `&` does for `&amp;`.
 */
export interface Piece {
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
  /** Offset in the original. */
  readonly source: number;
  readonly sourceLength: number;
  readonly isSame: boolean;
}
