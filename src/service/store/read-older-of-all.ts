import type { ArticleKey } from './article-key.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from './read-article.ts';
import type { SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

const SELECT = `SELECT ${articleColumnsOf('a')}
   FROM unnest($1::text[], $2::text[], $3::integer[]) AS w(tenant, article_id, revision)
   JOIN copydesk.articles a ON a.tenant = w.tenant AND a.article_id = w.article_id AND a.revision < w.revision
  WHERE NOT a.superseded AND NOT a.purged ORDER BY a.tenant, a.article_id, a.revision FOR UPDATE OF a`;

/** The revisions below these that still count, their rows held until the transaction ends. */
export async function readOlderOfAll(session: SqlSession, keys: readonly ArticleKey[]): Promise<readonly StoredArticle[]> {
  if (keys.length === 0) return [];
  const columns = [keys.map((key) => key.tenant), keys.map((key) => key.articleId), keys.map((key) => key.revision)];
  const { rows } = await session.query<ArticleRow>(SELECT, columns);
  return rows.map(toStoredArticle);
}
