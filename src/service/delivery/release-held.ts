import { appendToAll } from '../store/append-to-all.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from '../store/read-article.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

/** What is due, of the tenant `$1`, or, when that is null, of all tenants without a webhook. */
const DUE = `h.state = 'held' AND h.due_at <= now() AND CASE WHEN $1::text IS NULL THEN t.webhook_url IS NULL ELSE h.tenant = $1 END`;
const OF_ARTICLE = 'a.tenant = h.tenant AND a.article_id = h.article_id AND a.revision = h.revision';
/** Its article says that it is to be sent, and the webhook was taken away meanwhile. */
const HAS_TURNED = `(a.delivery = 'held' AND t.webhook_url IS NULL)`;
const FOUND = `copydesk.deliveries h JOIN copydesk.tenants t ON t.id = h.tenant JOIN copydesk.articles a ON ${OF_ARTICLE}`;

const RELEASE = `UPDATE copydesk.deliveries d SET seq = DEFAULT, state = n.state FROM (
    SELECT h.id, CASE WHEN t.webhook_url IS NULL THEN 'available' ELSE 'pending' END AS state
      FROM ${FOUND} WHERE ${DUE} AND NOT ${HAS_TURNED} ORDER BY h.seq FOR UPDATE OF h SKIP LOCKED) n
   WHERE d.id = n.id`;

const ANY_TURNED = `SELECT 1 FROM ${FOUND} WHERE ${DUE} AND ${HAS_TURNED} LIMIT 1`;

/** The article first, as everywhere; the row of the delivery is looked at again when it is written. */
const HOLD_TURNED = `SELECT h.id AS delivery_id, ${articleColumnsOf('a')}
    FROM ${FOUND} WHERE ${DUE} AND ${HAS_TURNED} ORDER BY a.article_id, a.tenant, a.revision LIMIT 200 FOR UPDATE OF a SKIP LOCKED`;
const SHELVE = `UPDATE copydesk.deliveries SET seq = DEFAULT, state = 'available'
   WHERE id = ANY($1) AND state = 'held' RETURNING id`;

/** Where events are recorded, and told of. */
export interface Records {
  readonly pool: SqlPool;
  readonly log: Log;
}

interface Row extends ArticleRow {
  readonly delivery_id: string;
}

interface Shelved {
  readonly article: StoredArticle;
  readonly delivery: string;
}

async function turn(session: SqlSession, tenant: string | null): Promise<readonly Shelved[]> {
  const { rows } = await session.query<Row>(HOLD_TURNED, [tenant]);
  const shelved = await session.query<{ id: string }>(SHELVE, [rows.map(({ delivery_id }) => delivery_id)]);
  const ids = new Set(shelved.rows.map(({ id }) => id));
  const turned = rows.filter(({ delivery_id }) => ids.has(delivery_id));
  const changes = turned.map((row) => {
    const event: ArticleEvent = { name: 'delivery.shelved', data: { delivery: row.delivery_id } };
    return { article: toStoredArticle(row), events: [event] };
  });
  const articles = await appendToAll(session, changes, new Date());
  return turned.flatMap(({ delivery_id: delivery }, index) => {
    const article = articles[index];
    return article ? [{ article, delivery }] : [];
  });
}

/**
 * Ends the hold of decisions that are due: those of a tenant, or, without one, those of all tenants without a webhook. Whether anybody was
 * told of a decision is said by the state of its delivery alone: nobody while it is `held`. So whoever tells releases it first, whoever takes
 * it back has its row locked, and a row that is locked stays held. Its place in the feed is that of its release. Where the webhook was taken away
 * since the decision, an event says that it waits to be fetched.
 */
export async function releaseHeld({ pool, log }: Records, tenant?: string): Promise<void> {
  const params = [tenant ?? null];
  await pool.query(RELEASE, params);
  if ((await pool.query(ANY_TURNED, params)).rows.length === 0) return;
  for (const { article, delivery } of await inTransaction(pool, (session) => turn(session, tenant ?? null))) {
    log('delivery.shelved', { ...aboutArticle(article), delivery }, startSpan(article.traceId));
  }
}
