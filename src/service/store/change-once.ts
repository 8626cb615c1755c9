import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleChange, changeArticle } from './change-article.ts';
import { type Change, type ChangedArticle, foldChange } from './fold-change.ts';
import { isConnectionError } from './is-connection-error.ts';
import { readArticle } from './read-article.ts';
import { readWork, type Work } from './read-work.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';
import { startArticle } from './start-article.ts';

/** About six seconds in all: a server that restarts is back by then. */
const TRIES = 6;
const FIRST_PAUSE_MS = 100;

/** What a change is carried out by, and what it comes to when it turns out to have been carried out before. */
interface Carrier<C extends Change, T> {
  readonly carryOut: (session: SqlSession, change: C, now: Date) => Promise<T | undefined>;
  readonly recall: (article: ChangedArticle) => Promise<T | undefined>;
}

async function carryOutOnce<C extends Change, T>(pool: SqlPool, change: C, carrier: Carrier<C, T>): Promise<T | undefined> {
  const now = new Date();
  for (let tries = 1; ; tries++) {
    try {
      if (tries > 1) {
        const found = await readArticle(pool, change.article.key);
        const { article } = foldChange(change, now);
        if (found?.head === article.head) return await carrier.recall(article);
      }
      return await carrier.carryOut(pool, change, now);
    } catch (error) {
      if (tries >= TRIES || !isConnectionError(error)) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

/**
 * `changeArticle`, carried out exactly once even when the connection is lost and nobody says whether it was committed: the article
 * is read again, and the hash of its last event tells. Rejects when the store stays away.
 */
export function changeOnce(pool: SqlPool, change: ArticleChange): Promise<ChangedArticle | undefined> {
  return carryOutOnce(pool, change, { carryOut: changeArticle, recall: (article) => Promise.resolve(article) });
}

/** `startArticle`, in the same way. */
export function startOnce(pool: SqlPool, change: Change): Promise<Work | undefined> {
  return carryOutOnce(pool, change, { carryOut: startArticle, recall: ({ key }) => readWork(pool, key) });
}
