import type { BlockKind } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';
import type { Token } from './token.ts';

/** A sentence of the cleaned text, at most 2,000 characters long, with its tokens. */
export interface Sentence extends Span {
  /** Row of its block in the blocks of the text. */
  readonly block: number;
  readonly kind: BlockKind;
  readonly tokens: readonly Token[];
}
