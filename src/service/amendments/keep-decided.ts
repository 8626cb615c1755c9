import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/**
 * Keeps an amended result as what was decided on, for the delivery that tells of it: the draft may go on changing. Without a draft nothing is
 * kept: then the machine's result is told. The transaction holds the article's row.
 */
export async function keepDecided(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
  delivery: string,
): Promise<void> {
  await session.query(
    `INSERT INTO copydesk.decided (delivery, tenant, article_id, revision, run, json, sha256, outcome, score)
     SELECT $4, tenant, article_id, revision, run, json, sha256, outcome, score FROM copydesk.drafts
      WHERE tenant = $1 AND article_id = $2 AND revision = $3`,
    [tenant, articleId, revision, delivery],
  );
}
