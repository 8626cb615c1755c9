import type { Span } from '../../model/span.ts';

/** A word of a sentence; `start`/`end` index the text and leave out a possessive ending. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** What stands between the word before and this one, at most 4 characters of it. */
  readonly gap: string;
  /** True for the first word of its sentence. */
  readonly first: boolean;
  /** Begins with a capital letter, or like "eBay" with one as its second letter. */
  readonly capital: boolean;
  /** Two or more letters, none of them lower case. */
  readonly upper: boolean;
  /** "’s" or "'s" follows. */
  readonly possessive: boolean;
  /** Part of a URL, an address, a handle or a hashtag. */
  readonly technical: boolean;
  /** Lower-case end of a compound such as "based" in "Aldane-based"; empty otherwise. */
  readonly compoundEnding: string;
  /** Part-of-speech and name tags of compromise. */
  readonly tags: ReadonlySet<string>;
}
