import type { ArticleEvent } from './article-event.ts';
import { reduce } from './reduce.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

function jobOf(article: StoredArticle, events: readonly ArticleEvent[]): string | null {
  const queued = events.findLast((event) => event.name === 'article.queued');
  return queued ? queued.data.job : article.jobId;
}

/**
 * Appends events to an article whose row the transaction holds, and writes the state they fold to.
 * Returns the article after them. Throws `TransitionError` when the state does not allow one.
 */
export async function appendEvents(
  session: SqlSession,
  article: StoredArticle,
  events: readonly ArticleEvent[],
  now: Date,
): Promise<StoredArticle> {
  const id = [article.key.tenant, article.key.articleId, article.key.revision];
  const state = events.reduce(reduce, article.state);
  const jobId = jobOf(article, events);
  for (const [index, event] of events.entries()) {
    await session.query(
      'INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [...id, article.state.version + index + 1, event.name, now, JSON.stringify(event.data)],
    );
  }
  await session.query(
    `UPDATE copydesk.articles SET processing = $4, review = $5, delivery = $6, attempt = $7, version = $8, job_id = $9, changed_at = $10
      WHERE tenant = $1 AND article_id = $2 AND revision = $3`,
    [...id, state.processing, state.review, state.delivery, state.attempt, state.version, jobId, now],
  );
  return { ...article, state, jobId };
}
