import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

const DECIDED = `SELECT 1 FROM (SELECT name, lead(name) OVER (ORDER BY number) AS next FROM copydesk.events
     WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND name IN ('review.decided', 'appeal.decided', 'decision.undone')) AS e
   WHERE name <> 'decision.undone' AND next IS DISTINCT FROM 'decision.undone' LIMIT 1`;

/** Whether people have ever decided on a revision and not taken it back themselves: a replay may have overruled them since. */
export async function wasDecided(session: SqlSession, { tenant, articleId, revision }: ArticleKey): Promise<boolean> {
  const { rows } = await session.query(DECIDED, [tenant, articleId, revision]);
  return rows.length > 0;
}
