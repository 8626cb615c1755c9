import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** Articles on their way that nothing has happened to since `before` and that no outbox row speaks for, oldest first. */
export async function findUnfinished(session: SqlSession, before: Date, limit: number): Promise<readonly StoredArticle[]> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles a
      WHERE status = 'pending' AND changed_at <= $1
        AND NOT EXISTS (SELECT 1 FROM copydesk.outbox o
                         WHERE o.tenant = a.tenant AND o.article_id = a.article_id AND o.revision = a.revision)
      ORDER BY changed_at LIMIT $2`,
    [before, limit],
  );
  return rows.map(toStoredArticle);
}
