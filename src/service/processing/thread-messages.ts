import type { MessagePort } from 'node:worker_threads';
import type { Article } from '../../moderation/model/article.ts';
import type { ArticleFingerprint } from '../../moderation/model/article-fingerprint.ts';

/** What a thread says of itself before it takes articles: that it is ready, or why not yet. */
export type ThreadNotice = { readonly thread: number } | { readonly fault: string };

/**
 * What a thread is handed. It says on `port` when it begins; where `asks`, it then sends the article's fingerprint and waits for the matches,
 * or for null when they cannot be had.
 */
export interface ModerationTask {
  readonly article: Article;
  readonly port: MessagePort;
  readonly asks: boolean;
}

export type TaskMessage = 'began' | ArticleFingerprint;
