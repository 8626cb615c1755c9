import type { Span } from '../../model/span.ts';

/** How a divided word is put together: `join` without the hyphen, `keep` with it, `space` where two words follow each other. */
export type Seam = 'join' | 'keep' | 'space';

/** The end of a line inside a block, from its last character to the first of the next line. Offsets index the document. */
export interface LineEnd extends Span {
  /** The word before it with its hyphen left out, and the word behind it; both empty unless a hyphen stands there. */
  readonly left: string;
  readonly right: string;
}
