import type { SqlSession } from '../store/sql-pool.ts';
import type { Viewer } from './viewer.ts';

/** The result that a delivery tells of. */
export interface DeliveryResult {
  /** JSON text, byte for byte; null when it tells of none, and when the content was purged. */
  readonly json: string | null;
  readonly isPurged: boolean;
}

/** As `readBodies` chooses it: what was decided on, or the result of its run. */
const FIND = `SELECT coalesce(c.json, r.json) AS json, a.purged AS "isPurged"
  FROM copydesk.deliveries d
  JOIN copydesk.articles a USING (tenant, article_id, revision)
  LEFT JOIN copydesk.results r ON r.tenant = d.tenant AND r.article_id = d.article_id AND r.revision = d.revision
    AND r.run = d.run AND d.type NOT IN ('article.dead', 'review.withdrawn')
  LEFT JOIN copydesk.decided c ON c.delivery = d.id
  WHERE d.tenant = $1 AND d.id = $2
    AND ($3::boolean OR d.state <> 'held' AND NOT (d.state = 'cancelled' AND d.attempts = 0 AND d.type IN ('review.accepted', 'review.rejected')))
    AND NOT (d.article_id = ANY($4::text[]) AND d.type LIKE 'review.%')`;

/** The bytes of a delivery, whatever has become of its article since; `undefined` when there is none that the viewer may see. */
export async function readDeliveryResult(
  session: SqlSession,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  { seesHeld, blindTo }: Viewer,
): Promise<DeliveryResult | undefined> {
  const { rows } = await session.query<DeliveryResult>(FIND, [tenant, id, seesHeld, [...blindTo]]);
  return rows[0];
}
