import type { Discarded } from '../store/article-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';

const DISCARD = `WITH gone AS (
    UPDATE copydesk.amendments SET state = 'discarded'
     WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND state = 'live' RETURNING 1
  ), drafts AS (
    DELETE FROM copydesk.drafts WHERE tenant = $1 AND article_id = $2 AND revision = $3
  ) SELECT count(*)::int AS count FROM gone`;

/**
 * Discards the amendments of an article, with their draft: what they change is no longer what stands. Returns what the event of the change says
 * of it. The transaction holds the article's row.
 */
export async function discardAmendments(session: SqlSession, { key, state }: StoredArticle): Promise<Discarded> {
  // Nobody amends what was never claimed.
  if (state.fence === 0) return {};
  const { rows } = await session.query<{ count: number }>(DISCARD, [key.tenant, key.articleId, key.revision]);
  const count = rows[0]?.count ?? 0;
  return count === 0 ? {} : { discarded: count };
}
