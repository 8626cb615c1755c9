import type { ArticleKey } from './article-key.ts';
import type { ArticleState } from './article-state.ts';

/** An article's row without its text. */
export interface StoredArticle {
  readonly key: ArticleKey;
  readonly state: ArticleState;
  readonly inputSha256: string;
  /** 32 hexadecimal digits; every log line about the article carries it. */
  readonly traceId: string;
  /** The last job it was put on the queue with. */
  readonly jobId: string | null;
}
