import type { FingerprintedParagraph } from './article-fingerprint.ts';
import type { CorpusSnapshot } from './corpus-snapshot.ts';

/** What may be told of another article. */
export interface KnownArticleName {
  /** As its publisher calls it. */
  readonly externalId: string;
  readonly source: string;
  /** As Copydesk calls it, where it does. */
  readonly articleId: string;
  readonly revision: number;
  /** ISO 8601; absent when it is not known. */
  readonly publishedAt?: string;
  readonly receivedAt?: string;
}

/** Another article that shares text with the one in question, or an earlier revision of it. */
export interface KnownArticle {
  /** Absent for an article of another publisher: then nothing is told of it. */
  readonly name?: KnownArticleName;
  /** An earlier revision of the article in question: what stands in it is the article's own. */
  readonly isOwn: boolean;
  /** Its place in the order in which articles were received. */
  readonly order: number;
  readonly paragraphs: readonly FingerprintedParagraph[];
}

/** A line that other articles of the same source carry too. */
export interface RecurringLine {
  /** How many other articles; revisions of one count once. */
  readonly articles: number;
  /** What the publisher calls some of them. */
  readonly externalIds: readonly string[];
}

/** What other articles share with this one, gathered before `moderate()` so that it stays pure. */
export interface CorpusMatches {
  /** What was looked through, for `provenance.corpus`; absent when nobody can say. */
  readonly snapshot?: CorpusSnapshot;
  /** By the keys of `ArticleFingerprint.lines`. */
  readonly recurringLines: Readonly<Record<string, RecurringLine>>;
  readonly articles: readonly KnownArticle[];
}
