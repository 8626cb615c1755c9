import type { BlockKind } from '../model/block.ts';
import type { MarkdownRun } from './markdown-run.ts';

/** A block of text of a Markdown article, in the order of the source. */
export interface MarkdownBlock {
  readonly kind: BlockKind;
  readonly runs: readonly MarkdownRun[];
  /** Level of a heading; 0 for other blocks. */
  readonly level: number;
}
