import type { Span } from '../../model/span.ts';

/** An invisible character of a block. Offsets index the block's text. */
export interface Invisible extends Span {
  readonly code: number;
  /** One of the constants of `invisible-class.ts`. */
  readonly kind: number;
  /** The code point before it that stays, 0 at the start. */
  readonly left: number;
  /** The code point right behind it, 0 at the end. */
  readonly right: number;
  readonly isKept: boolean;
}
