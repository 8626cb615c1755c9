import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleChange, changeArticle } from './change-article.ts';
import { foldChange } from './fold-change.ts';
import { isConnectionError } from './is-connection-error.ts';
import { readArticle } from './read-article.ts';
import type { SqlPool } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** About six seconds in all: a server that restarts is back by then. */
const TRIES = 6;
const FIRST_PAUSE_MS = 100;

/**
 * `changeArticle`, carried out exactly once even when the connection is lost and nobody says whether it was committed: the article
 * is read again, and the hash of its last event tells. Rejects when the store stays away.
 */
export async function changeOnce(pool: SqlPool, change: ArticleChange): Promise<StoredArticle | undefined> {
  const now = new Date();
  for (let tries = 1; ; tries++) {
    try {
      if (tries > 1) {
        const found = await readArticle(pool, change.article.key);
        const { article } = foldChange(change, now);
        if (found?.head === article.head) return article;
      }
      return await changeArticle(pool, change, now);
    } catch (error) {
      if (tries >= TRIES || !isConnectionError(error)) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
