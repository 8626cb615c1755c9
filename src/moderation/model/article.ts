import type { TextEncoding } from './text-encoding.ts';

export type ArticleFormat = 'text' | 'markdown' | 'html';

/** An article as a publisher hands it in. Everything but `id` and `text` may be missing. */
export interface Article {
  readonly id: string;
  /** The body exactly as received; every offset in a result counts UTF-16 code units of this string. */
  readonly text: string;
  readonly format?: ArticleFormat;
  /** How its bytes became the text; absent when it was handed in as text. */
  readonly encoding?: TextEncoding;
  /** Counts from 1; a changed body of the same article is the next revision. */
  readonly revision?: number;
  /** The feed or system that sent the article. */
  readonly source?: string;
  readonly url?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly site?: string;
  /**
   * ISO 8601 date or date-time, of which the day counts that is written, in whatever zone. Of another form ("March 6, 2024") the
   * day is read; one that says no day counts as absent, and the result states the date of the text or `null`.
   */
  readonly publishedAt?: string;
}
