import type { ArticleKey } from '../store/article-key.ts';

/** What a job carries: whose article to fetch, never the article itself. */
export interface JobData {
  readonly key: ArticleKey;
  readonly traceId: string;
}

export interface ModerationJob extends JobData {
  /** Unique for each time an article is put on the queue; adding it again changes nothing. */
  readonly id: string;
}

export const MODERATION_QUEUE = 'moderate';
