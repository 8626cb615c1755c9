import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** What was not delivered yet of a revision is told to nobody any more. The transaction must hold the article's row. */
export async function cancelDeliveries(session: SqlSession, key: ArticleKey): Promise<void> {
  await session.query(
    `UPDATE copydesk.deliveries SET state = 'cancelled', lease = NULL, lease_until = NULL
      WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND state IN ('held', 'pending', 'retrying', 'delivering')`,
    [key.tenant, key.articleId, key.revision],
  );
}
