import type { Span } from '../../model/span.ts';

/** A word of a sentence as compromise divides it; `start`/`end` index the text and leave out the punctuation around it. */
export interface Token extends Span {
  readonly text: string;
  /** Punctuation and blanks between the token before, or the start of the sentence, and this one. */
  readonly before: string;
  /** Punctuation and blanks behind it, without what opens the next token. */
  readonly after: string;
}
