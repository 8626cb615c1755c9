import type { MessagePort } from 'node:worker_threads';
import type { Amendment } from '../../moderation/model/amendment.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { ArticleFingerprint } from '../../moderation/model/article-fingerprint.ts';

/** What a thread says of itself before it takes articles: that it is ready, or why not yet. */
export type ThreadNotice = { readonly thread: number } | { readonly fault: string };

/** What people change about the machine's result of an article. */
export interface Amending {
  readonly amendments: readonly Amendment[];
  /** SHA-256 of the machine's result, as hexadecimal digits: the result says whether it came again. */
  readonly machine: string;
}

/**
 * What a thread is handed. It says on `port` when it begins; where `asks`, it then sends the article's fingerprint and waits for the matches,
 * or for null when they cannot be had.
 */
export interface ModerationTask {
  readonly article: Article;
  readonly port: MessagePort;
  readonly asks: boolean;
  readonly amending: Amending | undefined;
}

export type TaskMessage = 'began' | ArticleFingerprint;
