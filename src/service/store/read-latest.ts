import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** The newest revision of an article, its row held until the transaction ends, or `undefined`. */
export async function readLatest(session: SqlSession, tenant: string, articleId: string): Promise<StoredArticle | undefined> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles WHERE tenant = $1 AND article_id = $2
      ORDER BY revision DESC LIMIT 1 FOR UPDATE`,
    [tenant, articleId],
  );
  return rows[0] && toStoredArticle(rows[0]);
}
