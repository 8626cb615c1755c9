import type { SqlPool } from '../../store/sql-pool.ts';
import { HOLD_SECONDS } from '../announce-decision.ts';
import type { Person } from '../person.ts';

/** An article whose decision a second person is to look at. */
export interface OfferedCheck {
  readonly id: string;
  readonly revision: number;
}

/** For so long nobody else is offered the same. */
const OFFER_MINUTES = 15;

/** The decision stands still when it is the newest of its article; whoever was offered one already gets that again. */
const OFFER = `UPDATE copydesk.checks c SET offered_to = $2, offered_until = now() + interval '${OFFER_MINUTES} minutes'
  FROM (SELECT x.tenant, x.article_id, x.revision, x.number FROM copydesk.checks x
          JOIN copydesk.articles a USING (tenant, article_id, revision)
         WHERE x.tenant = $1 AND x.checked_at IS NULL AND x.decider <> $2
           AND x.decided_at < now() - interval '${HOLD_SECONDS} seconds'
           AND (x.offered_to IS NULL OR x.offered_to = $2 OR x.offered_until <= now())
           AND (x.offered_to = $2 AND x.offered_until > now() OR NOT EXISTS (SELECT FROM copydesk.events e
                  WHERE e.tenant = x.tenant AND e.article_id = x.article_id AND e.data ->> 'by' = $2))
           AND a.review = 'decided' AND NOT a.purged AND NOT a.superseded
           AND NOT EXISTS (SELECT FROM copydesk.events e WHERE e.tenant = x.tenant AND e.article_id = x.article_id
                              AND e.revision = x.revision AND e.number > x.number AND e.name IN ('review.decided', 'appeal.decided'))
         ORDER BY (x.offered_to = $2 AND x.offered_until > now()) DESC NULLS LAST, x.decided_at LIMIT 1 FOR UPDATE OF x SKIP LOCKED) n
 WHERE c.tenant = n.tenant AND c.article_id = n.article_id AND c.revision = n.revision AND c.number = n.number
RETURNING c.article_id AS id, c.revision`;

/**
 * Offers a person the oldest decision of the sample that nobody has checked, of an article with which they have had nothing to do;
 * `undefined` when there is none.
 */
export async function offerCheck(pool: SqlPool, tenant: string, person: Person): Promise<OfferedCheck | undefined> {
  const { rows } = await pool.query<OfferedCheck>(OFFER, [tenant, person.id]);
  return rows[0];
}
