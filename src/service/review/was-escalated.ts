import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** Whether an article had been escalated, since it was flagged last, when it was decided. */
export async function wasEscalated(session: SqlSession, { tenant, articleId, revision }: ArticleKey): Promise<boolean> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT name FROM copydesk.events WHERE tenant = $1 AND article_id = $2 AND revision = $3
        AND name IN ('review.escalated', 'article.flagged') ORDER BY number DESC LIMIT 1`,
    [tenant, articleId, revision],
  );
  return rows[0]?.name === 'review.escalated';
}
