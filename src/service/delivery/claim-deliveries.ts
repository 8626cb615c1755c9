import { randomBytes } from 'node:crypto';
import { appendToAll } from '../store/append-to-all.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import type { ArticleState } from '../store/article-state.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from '../store/read-article.ts';
import { reduce, TransitionError } from '../store/reduce.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { startSpan } from '../telemetry/trace.ts';
import { cancelDeliveries } from './cancel-deliveries.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { DeliveryType } from './delivery-type.ts';
import { readBodies } from './read-bodies.ts';
import type { TenantShare } from './tenant-share.ts';

export interface ClaimLimits {
  /** How many at most. */
  readonly limit: number;
  /** How many at most of all tenants together that come behind. */
  readonly limitBehind: number;
  /** How many of whom; one of a tenant that is not named. */
  readonly shares: Readonly<Record<string, TenantShare>>;
  /** How long nobody else may send what is claimed. */
  readonly leaseSeconds: number;
}

interface Row extends ArticleRow {
  readonly delivery_id: string;
  readonly type: DeliveryType;
  readonly attempts: number;
  readonly webhook_url: string;
  readonly webhook_secrets: readonly string[];
  readonly behind: boolean;
}

/** What was held back is told from now on, and has its place in the feed here. */
const NEW_PLACE = `CASE WHEN d.state = 'held' THEN nextval('copydesk.deliveries_seq_seq') ELSE d.seq END`;

type Claim = Omit<ClaimedDelivery, 'body'>;

const UNDELIVERED = `('held', 'pending', 'retrying', 'delivering')`;

/**
 * The row of the article is held first, as everywhere, so that nobody waits in a circle; the condition on the delivery is looked at
 * again by the update, after whoever held the article before. While a delivery is sent, it is due when its lease runs out. Only the newest
 * decision of an article is told. Tenants take turns, and those that come behind have what is left, up to their limit. The array makes the
 * plan one over the key, however many rows are due.
 */
const CLAIM = `WITH asked AS (
    SELECT t.id, t.webhook_url, t.webhook_secrets, coalesce((s.share ->> 'free')::integer, 1) AS free,
           coalesce((s.share ->> 'inFlight')::integer, 0) AS in_flight,
           coalesce((s.share ->> 'isBehind')::boolean,
             EXISTS (SELECT 1 FROM copydesk.deliveries r WHERE r.tenant = t.id AND r.state = 'retrying')) AS behind
      FROM copydesk.tenants t CROSS JOIN LATERAL (SELECT $3::jsonb -> t.id AS share) s
     WHERE t.webhook_url IS NOT NULL),
  found AS (
    SELECT p.*, t.webhook_url, t.webhook_secrets, t.behind,
           t.in_flight + row_number() OVER (PARTITION BY t.id ORDER BY p.due_at) AS turn
      FROM asked t
     CROSS JOIN LATERAL (
       SELECT d.id AS delivery_id, d.due_at, ${articleColumnsOf('a')}
         FROM copydesk.deliveries d JOIN copydesk.articles a USING (tenant, article_id, revision)
        WHERE d.tenant = t.id AND d.state IN ${UNDELIVERED} AND d.due_at <= now()
          AND NOT EXISTS (SELECT 1 FROM copydesk.deliveries n
                           WHERE n.tenant = d.tenant AND n.article_id = d.article_id AND n.revision = d.revision AND n.seq > d.seq)
        ORDER BY d.due_at LIMIT least(t.free, $1::integer, CASE WHEN t.behind THEN $2::integer END)
          FOR UPDATE OF a SKIP LOCKED) p),
  placed AS (SELECT *, row_number() OVER (PARTITION BY behind ORDER BY turn, due_at) AS place FROM found),
  picked AS (SELECT * FROM placed WHERE NOT behind OR place <= $2::integer ORDER BY behind, turn, due_at LIMIT $1::integer)
  UPDATE copydesk.deliveries d
     SET seq = ${NEW_PLACE}, state = 'delivering', attempts = d.attempts + 1, lease = $4, last_attempt_at = now(),
         lease_until = now() + $5 * interval '1 second', due_at = now() + $5 * interval '1 second'
    FROM picked p
   WHERE d.id = ANY (ARRAY(SELECT delivery_id FROM picked)) AND d.id = p.delivery_id AND d.state IN ${UNDELIVERED} AND d.due_at <= now()
  RETURNING d.type, d.attempts, p.*`;

function toClaim(row: Row, lease: string): Claim {
  const article = toStoredArticle(row);
  return {
    id: row.delivery_id,
    lease,
    type: row.type,
    attempt: row.attempts,
    article,
    trace: startSpan(article.traceId),
    webhook: { url: row.webhook_url, secrets: row.webhook_secrets },
    isBehind: row.behind,
  };
}

function attempted({ id, attempt }: Claim): ArticleEvent {
  return { name: 'delivery.attempted', data: { delivery: id, attempt } };
}

/** What a person has decided and stands is never lost: whatever its article says, it can be fetched. */
const SHELVE = `UPDATE copydesk.deliveries SET state = 'available', lease = NULL, lease_until = NULL WHERE id = $1`;

function isStanding({ review, superseded, purged }: ArticleState): boolean {
  return !superseded && !purged && (review === 'decided' || review === 'appealed');
}

async function refuse(session: SqlSession, { id, article }: Claim): Promise<void> {
  await (isStanding(article.state) ? session.query(SHELVE, [id]) : cancelDeliveries(session, article.key));
}

/** Whoever ends an article cancels its deliveries; a row that was forgotten must not stop the others. */
function isAllowed(claim: Claim): boolean {
  try {
    reduce(claim.article.state, attempted(claim));
    return true;
  } catch (error) {
    if (error instanceof TransitionError) return false;
    throw error;
  }
}

function complete(claims: readonly Claim[], articles: readonly StoredArticle[], bodies: ReadonlyMap<string, string>) {
  return claims.flatMap((claim, index): ClaimedDelivery[] => {
    const article = articles[index];
    const body = bodies.get(claim.id);
    return article && body !== undefined ? [{ ...claim, article, body }] : [];
  });
}

async function claim(session: SqlSession, limits: ClaimLimits): Promise<readonly ClaimedDelivery[]> {
  const { limit, limitBehind, shares, leaseSeconds } = limits;
  const lease = randomBytes(9).toString('base64url');
  const { rows } = await session.query<Row>(CLAIM, [limit, limitBehind, JSON.stringify(shares), lease, leaseSeconds]);
  if (rows.length === 0) return [];
  const [claims, refused] = [rows.map((row) => toClaim(row, lease)), [] as Claim[]];
  const allowed = claims.filter((one) => isAllowed(one) || refused.push(one) === 0);
  for (const one of refused) await refuse(session, one);
  const changes = allowed.map((one) => ({ article: one.article, events: [attempted(one)] }));
  const articles = await appendToAll(session, changes, new Date());
  return complete(
    allowed,
    articles,
    await readBodies(
      session,
      allowed.map(({ id }) => id),
    ),
  );
}

/**
 * Takes deliveries that are due, those of each tenant that are due longest first, and records that each is attempted. Another process gets other ones. When the
 * taker dies, the lease runs out and they are due again.
 */
export function claimDeliveries(pool: SqlPool, limits: ClaimLimits): Promise<readonly ClaimedDelivery[]> {
  return inTransaction(pool, (session) => claim(session, limits));
}
