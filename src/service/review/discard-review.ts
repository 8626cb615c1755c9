import type { Discarded } from '../store/article-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';

const DISCARD = `WITH gone AS (
    UPDATE copydesk.amendments SET state = 'discarded'
     WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND state = 'live' RETURNING 1
  ), appeals AS (
    UPDATE copydesk.appeals SET decided_at = now(), closed_reason = $4
     WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND decided_at IS NULL RETURNING id
  ), leases AS (
    DELETE FROM copydesk.leases WHERE tenant = $1 AND article_id = $2 AND revision = $3
  ), verdicts AS (
    DELETE FROM copydesk.span_verdicts WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND $4 = 'replayed'
  ), drafts AS (
    DELETE FROM copydesk.drafts WHERE tenant = $1 AND article_id = $2 AND revision = $3
  ) SELECT (SELECT count(*)::int FROM gone) AS count, (SELECT min(id) FROM appeals) AS appeal`;

interface Row {
  readonly count: number;
  readonly appeal: string | null;
}

/**
 * Discards what people made of an article that is moderated anew, or has a newer revision: amendments with their draft, and the lease
 * of its claim. What decisions say of rules stays with a newer revision: people meant it. A replay overrules it. An appeal is over without an answer, for the reason named. Returns what the event of the change
 * says of it. The transaction holds the row of the article.
 */
export async function discardReview(
  session: SqlSession,
  { key, state }: StoredArticle,
  reason: 'replayed' | 'superseded',
): Promise<Discarded> {
  // Nobody has done anything with it.
  if (state.fence === 0 && state.review !== 'appealed') return {};
  const { rows } = await session.query<Row>(DISCARD, [key.tenant, key.articleId, key.revision, reason]);
  const { count, appeal } = rows[0] ?? { count: 0, appeal: null };
  return { ...(count > 0 && { discarded: count }), ...(appeal !== null && { appeal }) };
}
