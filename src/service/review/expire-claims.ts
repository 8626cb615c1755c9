import type { ArticleKey } from '../store/article-key.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { readArticle } from '../store/read-article.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { endOverdue } from './end-overdue.ts';
import { deleteLease } from './lease.ts';
import { logReview, readReviewEvents } from './log-review.ts';
import type { ReviewDesk } from './review-desk.ts';

interface Row {
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
}

async function expire({ pool, log }: ReviewDesk, key: ArticleKey): Promise<StoredArticle | undefined> {
  const outcome = await inTransaction(pool, async (session) => {
    const article = await readArticle(session, key, true);
    if (!article) return undefined;
    // Left over by a newer revision or a purge, which end a claim without its lease.
    if (article.state.claimant === null) await deleteLease(session, key);
    const after = await endOverdue(session, article, new Date());
    return after === article ? undefined : { article, after, events: await readReviewEvents(session, article) };
  });
  if (outcome) logReview(log, outcome.article, outcome.events);
  return outcome?.after;
}

/** Ends the claims of people who went away, `limit` at most. Returns the articles that are free again. */
export async function expireClaims(desk: ReviewDesk, limit: number): Promise<readonly StoredArticle[]> {
  const { rows } = await desk.pool.query<Row>(
    'SELECT tenant, article_id, revision FROM copydesk.leases WHERE until <= now() ORDER BY until LIMIT $1',
    [limit],
  );
  const freed: StoredArticle[] = [];
  for (const { tenant, article_id: articleId, revision } of rows) {
    const article = await expire(desk, { tenant, articleId, revision });
    if (article) freed.push(article);
  }
  return freed;
}
