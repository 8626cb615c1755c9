import type { ArticleKey } from './article-key.ts';
import type { ArticleState } from './article-state.ts';

/** An article's row without its text. */
export interface StoredArticle {
  readonly key: ArticleKey;
  /** What the publisher calls it: its source (empty when none was given) and its own id there. */
  readonly source: string;
  readonly externalId: string;
  readonly state: ArticleState;
  readonly inputSha256: string;
  /** 32 hexadecimal digits; every log line about the article carries it. */
  readonly traceId: string;
  /** The last job it was put on the queue with. */
  readonly jobId: string | null;
  /** The hash of its last event. */
  readonly head: string;
}
