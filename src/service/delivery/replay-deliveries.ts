import { appendToAll } from '../store/append-to-all.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from '../store/read-article.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { GIVE_UP_SECONDS } from './next-wait.ts';

/**
 * `replayed`: it is sent again from now on, under the same webhook-id. `unknown`: the tenant has no such delivery. `under_way`: it is not over
 * yet. `stale`: a newer decision or revision took its place, or the content is gone. `no_webhook`: the tenant has none; the decision can
 * be fetched.
 */
export type ReplayOutcome = 'replayed' | 'unknown' | 'under_way' | 'stale' | 'no_webhook';

interface Row extends ArticleRow {
  readonly delivery_id: string;
}

interface Refused {
  readonly id: string;
  readonly reason: Exclude<ReplayOutcome, 'replayed' | 'unknown'>;
}

interface Replayed {
  readonly article: StoredArticle;
  readonly delivery: string;
}

const OVER = `d.state IN ('dead', 'delivered', 'available')`;
const HAS_WEBHOOK = `EXISTS (SELECT 1 FROM copydesk.tenants t WHERE t.id = d.tenant AND t.webhook_url IS NOT NULL)`;
const IS_CURRENT = `a.processing IN ('cleaned', 'dead') AND NOT a.superseded AND NOT a.purged AND NOT EXISTS (
    SELECT 1 FROM copydesk.deliveries n
     WHERE n.tenant = d.tenant AND n.article_id = d.article_id AND n.revision = d.revision AND n.seq > d.seq)`;
const OF_ARTICLE = `a.tenant = d.tenant AND a.article_id = d.article_id AND a.revision = d.revision`;
const ASKED = `d.id = ANY($1) AND ($2::text IS NULL OR d.tenant = $2)`;

/** A statement of its own, so that the next one sees what was done by whoever held the articles before. */
const HOLD = `SELECT 1 FROM copydesk.deliveries d JOIN copydesk.articles a ON ${OF_ARTICLE} WHERE ${ASKED}
  ORDER BY a.article_id, a.tenant, a.revision FOR UPDATE OF a`;

const REPLAY = `UPDATE copydesk.deliveries d
    SET state = 'pending', attempts = 0, due_at = now(), give_up_at = now() + ${GIVE_UP_SECONDS} * interval '1 second'
   FROM copydesk.articles a
  WHERE ${OF_ARTICLE} AND ${ASKED} AND ${OVER} AND ${HAS_WEBHOOK} AND ${IS_CURRENT}
 RETURNING d.id AS delivery_id, ${articleColumnsOf('a')}, pg_notify('copydesk_delivery', '')`;

const REFUSED = `SELECT d.id, CASE WHEN d.state = 'cancelled' OR NOT (${IS_CURRENT}) THEN 'stale'
    WHEN NOT ${OVER} THEN 'under_way' ELSE 'no_webhook' END AS reason
  FROM copydesk.deliveries d JOIN copydesk.articles a ON ${OF_ARTICLE} WHERE ${ASKED}`;

async function replay(session: SqlSession, ids: readonly string[], tenant: string | undefined) {
  const asked = [ids, tenant ?? null];
  await session.query(HOLD, asked);
  const { rows } = await session.query<Row>(REPLAY, asked);
  const replayed: readonly Replayed[] = rows.map((row) => ({ article: toStoredArticle(row), delivery: row.delivery_id }));
  const changes = replayed.map(({ article, delivery }) => {
    const event: ArticleEvent = { name: 'delivery.replayed', data: { delivery } };
    return { article, events: [event] };
  });
  const changed = await appendToAll(session, changes, new Date());
  const done = new Set(rows.map((row) => row.delivery_id));
  const others = ids.filter((id) => !done.has(id));
  const refused = others.length === 0 ? [] : (await session.query<Refused>(REFUSED, [others, tenant ?? null])).rows;
  return { replayed: replayed.map((one, index) => ({ ...one, article: changed[index] ?? one.article })), refused };
}

/**
 * Sends deliveries once more that are over: dead, delivered or waiting to be fetched. Attempts count from 1 again, for another
 * 24 hours. At most some hundred ids at a time; without a tenant they may be anybody's.
 */
export async function replayDeliveries(
  pool: SqlPool,
  log: Log,
  ids: readonly string[],
  tenant?: string,
): Promise<ReadonlyMap<string, ReplayOutcome>> {
  const { replayed, refused } = await inTransaction(pool, (session) => replay(session, ids, tenant));
  for (const { article, delivery } of replayed) {
    log('delivery.replayed', { ...aboutArticle(article), delivery }, startSpan(article.traceId));
  }
  const outcomes = new Map<string, ReplayOutcome>(ids.map((id) => [id, 'unknown']));
  for (const { id, reason } of refused) outcomes.set(id, reason);
  for (const { delivery } of replayed) outcomes.set(delivery, 'replayed');
  return outcomes;
}
