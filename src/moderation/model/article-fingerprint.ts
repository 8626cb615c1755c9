import type { Span } from './span.ts';

/** The words of a paragraph without their letters: enough to compare and to align it. The span indexes the original. */
export interface FingerprintedParagraph extends Span {
  /** A hash of each word or number; case, width and apostrophes do not count. */
  readonly words: Uint32Array;
  /** Where each begins, in UTF-16 code units from `start`, and its length. */
  readonly starts: Uint16Array;
  readonly lengths: Uint8Array;
  /** 1 for a number or a word with a capital: what entries of a series differ in. */
  readonly facts: Uint8Array;
}

/** What an article is found again by. Plain data: it can be sent, stored and compared anywhere. */
export interface ArticleFingerprint {
  /** How it was made: only those of one version can be compared. */
  readonly version: string;
  /** Every block but title, byline and what else is not the article's text, in reading order. */
  readonly paragraphs: readonly FingerprintedParagraph[];
  /** 64-bit keys in decimal, signed: two articles that share text most likely share one. Each once. */
  readonly keys: readonly string[];
  /** 64-bit keys in decimal, signed, of the exact words of each block that may be a recurring insert. Each once. */
  readonly lines: readonly string[];
}
