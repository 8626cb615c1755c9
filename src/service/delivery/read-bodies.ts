import type { SqlSession } from '../store/sql-pool.ts';
import { type Decision, writeBody } from './write-body.ts';

/** A result above this many bytes is not sent but named by its address. */
const MOST_RESULT_BYTES = 1_048_576;

/**
 * The event that made the delivery says why; the result is the amended one that was decided on, or that of its run. A dead article has none, and
 * a decision that is withdrawn tells none.
 */
const DECISIONS = `SELECT d.id, d.type, d.created_at, d.article_id, d.revision, d.run, a.external_id, a.source,
    coalesce(e.data -> 'reasons', 
      CASE WHEN d.type = 'article.dead' THEN jsonb_build_array(e.data -> 'code')
           WHEN e.data ->> 'reason' IS NOT NULL THEN jsonb_build_array(e.data -> 'reason') END, '[]') AS reasons,
    CASE WHEN d.type IN ('review.accepted', 'review.rejected') THEN e.data ->> 'decision' END AS decision,
    CASE WHEN d.type IN ('review.accepted', 'review.rejected') THEN e.data ->> 'reason' END AS reason,
    c.delivery IS NOT NULL AS is_amended,
    coalesce(c.outcome, r.outcome) AS outcome, coalesce(c.score, r.score)::float8 AS score,
    coalesce(c.json, r.json) IS NOT NULL AS has_result,
    CASE WHEN octet_length(coalesce(c.json, r.json)) <= ${MOST_RESULT_BYTES} THEN coalesce(c.json, r.json) END AS result
  FROM copydesk.deliveries d
  JOIN copydesk.articles a USING (tenant, article_id, revision)
  LEFT JOIN copydesk.events e ON e.tenant = d.tenant AND e.article_id = d.article_id AND e.revision = d.revision
    AND e.data -> 'delivery' ->> 'id' = d.id
  LEFT JOIN copydesk.results r ON r.tenant = d.tenant AND r.article_id = d.article_id AND r.revision = d.revision
    AND r.run = d.run AND d.type NOT IN ('article.dead', 'review.withdrawn')
  LEFT JOIN copydesk.decided c ON c.delivery = d.id
  WHERE d.id = ANY($1)`;

/** What publishers are told by these deliveries, by their ids. */
export async function readBodies(session: SqlSession, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await session.query<Decision>(DECISIONS, [ids]);
  return new Map(rows.map((row) => [row.id, writeBody(row)]));
}
