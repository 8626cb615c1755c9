import type { Span } from '../../../model/span.ts';

/** A word as names are made of: no possessive ending, no hyphen or slash in it. */
export interface NameToken extends Span {
  readonly text: string;
  /** What stands between the word before, or the start of the sentence, and this one; at most 8 characters. */
  readonly gap: string;
  /** Part of a URL, an address, a handle or a hashtag: never a name. */
  readonly technical: boolean;
}
