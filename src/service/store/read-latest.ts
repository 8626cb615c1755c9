import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

/** What a publisher calls an article. */
export interface ExternalKey {
  readonly tenant: string;
  /** Empty when none was given. */
  readonly source: string;
  readonly externalId: string;
}

/** The newest revision of an article, its row held until the transaction ends, or `undefined`. */
export async function readLatest(session: SqlSession, key: ExternalKey): Promise<StoredArticle | undefined> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles WHERE tenant = $1 AND source = $2 AND external_id = $3
      ORDER BY revision DESC LIMIT 1 FOR UPDATE`,
    [key.tenant, key.source, key.externalId],
  );
  return rows[0] && toStoredArticle(rows[0]);
}
