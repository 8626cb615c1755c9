import type { TypedSpan } from './typed-span.ts';

export type System = 'copydesk' | 'compromise';

/** A sentence, or the sentences of a document, with the names the data gives and those that are found. */
export interface JudgedSentence {
  readonly line: number;
  readonly text: string;
  readonly gold: readonly TypedSpan[];
  readonly found: { readonly copydesk: readonly TypedSpan[]; readonly compromise?: readonly TypedSpan[] };
}

/** The sentences of a corpus, judged. */
export interface JudgedSet {
  readonly name: string;
  /** Below the data folder. */
  readonly file: string;
  /** Which model judged, for the title of the table. */
  readonly judge: string;
  readonly systems: readonly System[];
  readonly sentences: readonly JudgedSentence[];
}
