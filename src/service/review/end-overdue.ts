import { appendEvents } from '../store/append-events.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { deleteLease, readLease } from './lease.ts';

/** Ends a claim whose lease is over, with its event; the transaction holds the article's row. Returns the article as it is then. */
export async function endOverdue(session: SqlSession, article: StoredArticle, now: Date): Promise<StoredArticle> {
  const { claimant, fence } = article.state;
  if (claimant === null) return article;
  const lease = await readLease(session, article.key);
  if (lease && !lease.isOver && lease.fence === fence) return article;
  await deleteLease(session, article.key);
  return appendEvents(session, article, [{ name: 'review.lease_expired', data: { by: claimant, fence } }], now);
}
