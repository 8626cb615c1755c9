import type { Span } from '../../model/span.ts';

/** A block of the cleaned text, or the part of it that is shown to a recogniser. */
export interface ShownBlock extends Span {
  /** Its row in the blocks of the text. */
  readonly row: number;
}
