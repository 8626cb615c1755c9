import type { DocumentBlock } from './document.ts';

/**
 * What was worked out of a document as a whole, a place for each kind of note. It stands in the document and goes with it: in a `WeakMap` beside it,
 * V8 keeps both until the whole heap is collected, because the values of an old map live through collections of what is young.
 */
export interface DocumentNotes {
  /** Those of the document. A copy that has others is another document. */
  readonly blocks: readonly DocumentBlock[];
  /** For each kind what was worked out, behind what it was worked out with besides the document, such as a ruleset. */
  readonly cells: unknown[];
}
