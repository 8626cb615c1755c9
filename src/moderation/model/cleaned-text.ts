import type { Block } from './block.ts';
import type { Edit } from './edit.ts';
import type { Span } from './span.ts';

/** The text after all edits, with its blocks and the way back to the original. */
export interface CleanedText {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly blocks: readonly Block[];
  /** Maps a span of `text` that lies inside one block to the span of the original it came from. */
  readonly toSource: (span: Span) => Span;
}
