import type { DeliveryState } from '../store/article-state.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { DeliveryType } from './delivery-type.ts';
import { readBodies } from './read-bodies.ts';
import { readFeedHorizon } from './read-feed-horizon.ts';
import { releaseHeld } from './release-held.ts';

export interface DeliveryQuery {
  readonly tenant: string;
  /** The place of the last delivery that was read; from the first one when absent. */
  readonly after?: string;
  /** Only deliveries in this state. Those may change, so this is a list to page through, not a feed to follow. */
  readonly state?: Exclude<DeliveryState, 'none'>;
  /** 1 to 1000. */
  readonly limit: number;
  /** With what the publisher is told, as JSON text; such a page holds at most about 8 MB of results. */
  readonly withBodies?: boolean;
}

export interface ListedDelivery {
  /** The webhook-id. */
  readonly id: string;
  /** Its place in the feed, a whole number as text. */
  readonly place: string;
  readonly type: DeliveryType;
  readonly state: Exclude<DeliveryState, 'none'>;
  readonly articleId: string;
  readonly externalId: string;
  readonly source: string;
  readonly revision: number;
  readonly run: number;
  readonly createdAt: Date;
  readonly attempts: number;
  /** When it is tried next; null when it is not. */
  readonly dueAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly lastCode: string | null;
  readonly lastStatus: number | null;
  /** The bytes that a webhook gets. Absent without `withBodies`, and when the content was purged. */
  readonly body?: string;
}

export interface DeliveryPage {
  readonly deliveries: readonly ListedDelivery[];
  /** `after` of the next page. */
  readonly next: string;
}

const MOST_PAGE_BYTES = 8_388_608;
const MAX_PLACE = '9223372036854775807';

/** Nobody fetches what was withdrawn or is held back. */
const PAGE = `SELECT id, place, type, state, article_id AS "articleId", external_id AS "externalId", source, revision, run,
    created_at AS "createdAt", attempts, due_at AS "dueAt", last_attempt_at AS "lastAttemptAt", last_code AS "lastCode",
    last_status AS "lastStatus"
  FROM (SELECT p.*, sum(bytes) OVER (ORDER BY place) - bytes AS before FROM (
    SELECT d.id, d.seq AS place, d.type, d.state, d.article_id, a.external_id, a.source, d.revision, d.run, d.created_at, d.attempts,
           d.last_attempt_at, d.last_code, d.last_status,
           CASE WHEN d.state IN ('held', 'pending', 'retrying') THEN d.due_at END AS due_at,
           CASE WHEN $5 THEN coalesce(octet_length(coalesce(c.json, r.json)), 0) ELSE 0 END AS bytes
      FROM copydesk.deliveries d
      JOIN copydesk.articles a USING (tenant, article_id, revision)
      LEFT JOIN copydesk.results r ON r.tenant = d.tenant AND r.article_id = d.article_id AND r.revision = d.revision AND r.run = d.run
      LEFT JOIN copydesk.decided c ON c.delivery = d.id
     WHERE d.tenant = $1 AND d.seq > $2 AND d.seq <= $3
       AND CASE WHEN $4::text IS NULL THEN d.state <> 'cancelled' ELSE d.state = $4 END
     ORDER BY d.seq LIMIT $6) p) q
  WHERE before < ${MOST_PAGE_BYTES} ORDER BY place`;

async function addBodies(pool: SqlPool, deliveries: readonly ListedDelivery[]): Promise<readonly ListedDelivery[]> {
  const bodies = await readBodies(
    pool,
    deliveries.map(({ id }) => id),
  );
  return deliveries.map((delivery) => {
    const body = bodies.get(delivery.id);
    return body === undefined ? delivery : { ...delivery, body };
  });
}

/**
 * Decisions of a tenant in the order of the feed. For `GET /v1/deliveries`: who asks again and again for what comes `after` the last
 * place he has read sees every decision once, also one that was committed late; a decision that is held back holds up those behind it for
 * as long.
 */
export async function listDeliveries(pool: SqlPool, query: DeliveryQuery): Promise<DeliveryPage> {
  const { tenant, after = '0', state = null, limit, withBodies = false } = query;
  await releaseHeld(pool, tenant);
  const horizon = state === 'held' ? MAX_PLACE : await readFeedHorizon(pool, tenant);
  const { rows } = await pool.query<ListedDelivery>(PAGE, [tenant, after, horizon, state, withBodies, limit]);
  return { deliveries: withBodies ? await addBodies(pool, rows) : rows, next: rows.at(-1)?.place ?? after };
}
