import type { Article } from '../../moderation/model/article.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** The place of an article among those of its tenant: when it came, to the microsecond, and its number. */
export interface RecordedPlace {
  readonly received: string;
  readonly seq: string;
}

/** An article as it was accepted. */
export interface RecordedArticle {
  readonly key: ArticleKey;
  readonly place: RecordedPlace;
  readonly article: Article;
}

interface ArticleRow {
  readonly article_id: string;
  readonly revision: number;
  readonly received: string;
  readonly seq: string;
  readonly input: string;
}

// Each with a statement of its own: one that begins at a place or anywhere would be planned for neither.
const READ = (where: string) => `SELECT article_id, revision, received_at::text AS received, seq, input FROM copydesk.articles
  WHERE tenant = $1 ${where} AND NOT purged AND NOT superseded ORDER BY received_at DESC, seq DESC LIMIT $2`;
const NEWEST = READ('');
const BEFORE = READ('AND (received_at, seq) < ($3::timestamptz, $4::bigint)');

/** The newest articles of a tenant before a place, whose content is still there. */
export async function readRecorded(
  session: SqlSession,
  tenant: string,
  before: RecordedPlace | undefined,
  limit: number,
): Promise<readonly RecordedArticle[]> {
  const { rows } = before
    ? await session.query<ArticleRow>(BEFORE, [tenant, limit, before.received, before.seq])
    : await session.query<ArticleRow>(NEWEST, [tenant, limit]);
  return rows.map(({ article_id: articleId, revision, received, seq, input }) => ({
    ...{ key: { tenant, articleId, revision }, place: { received, seq } },
    // Written by `insertArticles` from a checked article.
    article: { ...(JSON.parse(input) as Article), revision },
  }));
}

/** How many articles a back-test would look at. */
export async function countRecorded(session: SqlSession, tenant: string, limit: number): Promise<number> {
  const { rows } = await session.query<{ count: string }>(
    `SELECT count(*) AS count FROM (SELECT FROM copydesk.articles
      WHERE tenant = $1 AND NOT purged AND NOT superseded ORDER BY received_at DESC, seq DESC LIMIT $2) a`,
    [tenant, limit],
  );
  return Number(rows[0]?.count ?? 0);
}
