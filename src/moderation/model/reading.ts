import type { Metadata } from './document.ts';
import type { Detection } from './finding.ts';
import type { LayoutBlock } from './layout-block.ts';
import type { Piece } from './piece.ts';

/** An article of any format as plain text, before anything is judged, with the way back to each character's source. */
export interface Reading {
  readonly text: string;
  /** Sorted by place in the text and, at the same time, in the original. What lies between two of them was inserted. */
  readonly pieces: readonly Piece[];
  /** The blocks that the markup names; without it lines and blank lines tell. Spans index the original. */
  readonly layout?: readonly LayoutBlock[];
  /** What the markup states about the article. */
  readonly metadata: Metadata;
  /** What was left out of the text and why; spans index the original. */
  readonly detections: readonly Detection[];
  /** `extract` when the article could not be found in its page and the text of all blocks stands in its place. */
  readonly incomplete: readonly string[];
}
