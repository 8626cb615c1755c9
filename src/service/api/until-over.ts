import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleKey } from '../store/article-key.ts';
import { articleStatus } from '../store/article-status.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';

const LOOK_MS = 25;

/** Waits until the article has come to its outcome, at most `ms` milliseconds; `undefined` when it has not. */
export async function untilOver(pool: SqlPool, key: ArticleKey, ms: number): Promise<StoredArticle | undefined> {
  for (const end = performance.now() + ms; ; await sleep(LOOK_MS)) {
    const article = await readArticle(pool, key);
    if (article && articleStatus(article.state) !== 'pending') return article;
    if (performance.now() >= end) return undefined;
  }
}
