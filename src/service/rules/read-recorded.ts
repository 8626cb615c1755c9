import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** An article as it was accepted, with its place among all articles. */
export interface RecordedArticle {
  readonly key: ArticleKey;
  readonly seq: string;
  readonly article: Article;
}

interface ArticleRow {
  readonly article_id: string;
  readonly revision: number;
  readonly seq: string;
  readonly input: string;
}

/** The newest articles of a tenant before a place, whose content is still there. */
export async function readRecorded(
  session: SqlSession,
  tenant: string,
  before: string | null,
  limit: number,
): Promise<readonly RecordedArticle[]> {
  const { rows } = await session.query<ArticleRow>(
    `SELECT article_id, revision, seq, input FROM copydesk.articles
      WHERE tenant = $1 AND ($2::bigint IS NULL OR seq < $2) AND NOT purged AND NOT superseded ORDER BY seq DESC LIMIT $3`,
    [tenant, before, limit],
  );
  return rows.map(({ article_id: articleId, revision, seq, input }) => ({
    ...{ key: { tenant, articleId, revision }, seq },
    // Written by `insertArticles` from a checked article.
    article: { ...(JSON.parse(input) as Article), revision },
  }));
}

/** How many articles a back-test would look at. */
export async function countRecorded(session: SqlSession, tenant: string, limit: number): Promise<number> {
  const { rows } = await session.query<{ count: string }>(
    `SELECT count(*) AS count FROM (SELECT FROM copydesk.articles
      WHERE tenant = $1 AND NOT purged AND NOT superseded ORDER BY seq DESC LIMIT $2) a`,
    [tenant, limit],
  );
  return Number(rows[0]?.count ?? 0);
}
