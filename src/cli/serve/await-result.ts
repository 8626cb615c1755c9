import { setTimeout as sleep } from 'node:timers/promises';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import type { ArticleKey } from '../../service/store/article-key.ts';
import { readArticle } from '../../service/store/read-article.ts';
import { readInput } from '../../service/store/read-input.ts';
import { readResult } from '../../service/store/read-result.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';

/** What became of an article, or that the wait was given up. */
export type AwaitedResult =
  | { readonly kind: 'cleaned'; readonly result: ModeratedArticle; readonly original: string }
  | { readonly kind: 'dead'; readonly attempts: number }
  | { readonly kind: 'stopped' };

interface Waiting {
  readonly signal: AbortSignal;
  /** Called at each look. */
  readonly show: () => void;
}

const LOOK_MS = 50;

async function readCleaned(pool: SqlPool, key: ArticleKey): Promise<AwaitedResult> {
  const json = await readResult(pool, key);
  const input = await readInput(pool, key);
  if (json === undefined || input === undefined) throw new Error(`the store has no result of ${key.articleId}`);
  // Written by the worker from a `ModeratedArticle`.
  return { kind: 'cleaned', result: JSON.parse(json) as ModeratedArticle, original: input.text };
}

/** Waits until an article is cleaned or has become a dead letter. */
export async function awaitResult(pool: SqlPool, key: ArticleKey, waiting: Waiting): Promise<AwaitedResult> {
  while (!waiting.signal.aborted) {
    waiting.show();
    const article = await readArticle(pool, key);
    if (article?.state.processing === 'cleaned') return readCleaned(pool, key);
    if (article?.state.processing === 'dead') return { kind: 'dead', attempts: article.state.attempt };
    await sleep(LOOK_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  }
  return { kind: 'stopped' };
}
