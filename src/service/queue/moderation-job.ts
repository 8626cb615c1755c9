import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Trace } from '../telemetry/trace.ts';

/** What a job carries: whose article to fetch, never its text. */
export interface JobData {
  readonly key: ArticleKey;
  readonly traceId: string;
  /** The article as the relay left it. While that is how it stands, a worker need not read it to start. */
  readonly article?: StoredArticle;
}

export interface ModerationJob extends JobData {
  /** Unique for each time an article is put on the queue; adding it again changes nothing. */
  readonly id: string;
  /** The step that adds it. */
  readonly trace?: Trace;
}

export const MODERATION_QUEUE = 'moderate';
