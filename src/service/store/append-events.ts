import { appendToAll } from './append-to-all.ts';
import type { ArticleEvent } from './article-event.ts';
import type { ChangedArticle } from './fold-change.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/**
 * Appends events to an article whose row the transaction holds, and writes the state they fold to.
 * Returns the article after them. Throws `TransitionError` when the state does not allow one.
 */
export async function appendEvents(
  session: SqlSession,
  article: StoredArticle,
  events: readonly ArticleEvent[],
  now: Date,
): Promise<ChangedArticle> {
  const [after] = await appendToAll(session, [{ article, events }], now);
  return after ?? { ...article, steps: [] };
}
