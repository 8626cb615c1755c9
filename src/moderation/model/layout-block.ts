import type { BlockKind } from './block.ts';
import type { Span } from './span.ts';

/** A block as the markup of an article names it. Blocks are in order and do not overlap. */
export interface LayoutBlock extends Span {
  readonly kind: BlockKind;
}
