import type { ArticleKey } from '../store/article-key.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { readArticle } from '../store/read-article.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { endOverdue } from './end-overdue.ts';
import { deleteLease } from './lease.ts';

interface Row {
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
}

function expire(pool: SqlPool, key: ArticleKey): Promise<StoredArticle | undefined> {
  return inTransaction(pool, async (session) => {
    const article = await readArticle(session, key, true);
    if (!article) return undefined;
    // Left over by a newer revision or a purge, which end a claim without its lease.
    if (article.state.claimant === null) await deleteLease(session, key);
    const after = await endOverdue(session, article, new Date());
    return after === article ? undefined : after;
  });
}

/** Ends the claims of people who went away, `limit` at most. Returns the articles that are free again. */
export async function expireClaims(pool: SqlPool, limit: number): Promise<readonly StoredArticle[]> {
  const { rows } = await pool.query<Row>(
    'SELECT tenant, article_id, revision FROM copydesk.leases WHERE until <= now() ORDER BY until LIMIT $1',
    [limit],
  );
  const freed: StoredArticle[] = [];
  for (const { tenant, article_id: articleId, revision } of rows) {
    const article = await expire(pool, { tenant, articleId, revision });
    if (article) freed.push(article);
  }
  return freed;
}
