import type { DeliveryState } from '../store/article-state.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { DeliveryType } from './delivery-type.ts';
import { readBodies } from './read-bodies.ts';
import { readFeedHorizon } from './read-feed-horizon.ts';
import { type Records, releaseHeld } from './release-held.ts';
import type { Viewer } from './viewer.ts';

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
  /** Who asks; whoever may see everything when absent. */
  readonly viewer?: Viewer;
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

/** Decisions of people that nobody was told of. */
const UNTOLD = `(d.state = 'held' OR d.state = 'cancelled' AND d.attempts = 0 AND d.type IN ('review.accepted', 'review.rejected'))`;

/**
 * Nobody fetches what was withdrawn or is held back; `$7`: nor sees it in a list. Before a decision that whoever asks is to look at a second time
 * the page ends, `$8`: they come by it later.
 */
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
       AND CASE WHEN $4::text IS NULL THEN d.state NOT IN ('cancelled', 'held') ELSE d.state = $4 END
       AND NOT ($7::boolean AND ${UNTOLD})
       AND ($8::text[] = '{}' OR d.seq < coalesce((SELECT min(b.seq) FROM copydesk.deliveries b WHERE b.tenant = $1
             AND b.article_id = ANY($8) AND b.seq > $2 AND b.type LIKE 'review.%'), ${MAX_PLACE}))
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
 * place he has read sees every decision once, also one that was committed late; a decision
 * that is held back has its place when its hold is over, so nobody waits behind it.
 */
export async function listDeliveries({ pool, log }: Records, query: DeliveryQuery): Promise<DeliveryPage> {
  const { tenant, after = '0', state = null, limit, withBodies = false, viewer } = query;
  await releaseHeld({ pool, log }, tenant);
  const horizon = await readFeedHorizon(pool);
  const { rows } = await pool.query<ListedDelivery>(PAGE, [
    ...[tenant, after, horizon, state, withBodies, limit],
    ...[viewer?.seesHeld === false, [...(viewer?.blindTo ?? [])]],
  ]);
  return { deliveries: withBodies ? await addBodies(pool, rows) : rows, next: rows.at(-1)?.place ?? after };
}
