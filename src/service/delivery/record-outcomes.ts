import { appendToAll } from '../store/append-to-all.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import type { ArticleState } from '../store/article-state.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type ArticleRow, articleColumnsOf, toStoredArticle } from '../store/read-article.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { SendResult } from './send-result.ts';

/** An attempt that is over. */
export interface Attempted {
  readonly claim: ClaimedDelivery;
  readonly result: SendResult;
  /** How long until the next attempt, if there is one. */
  readonly waitSeconds: number;
  /** No further attempt can succeed. */
  readonly isFinal: boolean;
}

/** An attempt whose outcome now stands in the store. */
export interface Recorded extends Attempted {
  readonly state: 'delivered' | 'retrying' | 'dead';
  /** States of the article after each of the events. */
  readonly steps: readonly ArticleState[];
}

interface Row extends ArticleRow {
  readonly delivery_id: string;
  readonly delivery_state: Recorded['state'];
  readonly outcome_lease: string;
}

/** The articles are held in one order, before their deliveries; see `CLAIM`. The last attempt comes when the time is up, not before. */
const RECORD = `WITH outcomes AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS o(id text, lease text, ok boolean, final boolean, wait float8, code text, status integer)),
  held AS (
    SELECT d.id AS delivery_id, ${articleColumnsOf('a')}
      FROM copydesk.deliveries d JOIN copydesk.articles a USING (tenant, article_id, revision)
     WHERE d.id = ANY($2) ORDER BY a.article_id, a.tenant, a.revision FOR UPDATE OF a)
  UPDATE copydesk.deliveries d
     SET state = CASE WHEN o.ok THEN 'delivered' WHEN o.final OR now() >= d.give_up_at THEN 'dead' ELSE 'retrying' END,
         due_at = CASE WHEN o.ok OR o.final THEN d.due_at
                       ELSE least(now() + o.wait * interval '1 second', greatest(d.give_up_at, now())) END,
         lease = NULL, lease_until = NULL, last_attempt_at = now(), last_code = o.code, last_status = o.status
    FROM held h JOIN outcomes o ON o.id = h.delivery_id
   WHERE d.id = ANY($2) AND d.id = h.delivery_id AND d.lease = o.lease AND d.state = 'delivering'
  RETURNING d.state AS delivery_state, o.lease AS outcome_lease, h.*`;

function toOutcome({ claim, result, waitSeconds, isFinal }: Attempted): object {
  const isOk = result.kind === 'succeeded';
  const code = isOk ? null : result.code;
  return { id: claim.id, lease: claim.lease, ok: isOk, final: isFinal, wait: waitSeconds, code, status: result.status ?? null };
}

function toEvents({ claim, result }: Attempted, state: Recorded['state']): readonly ArticleEvent[] {
  const { id: delivery, attempt } = claim;
  if (result.kind === 'succeeded') return [{ name: 'delivery.succeeded', data: { delivery, attempt, status: result.status } }];
  const { code } = result;
  const failed: ArticleEvent = { name: 'delivery.failed', data: { delivery, attempt, code } };
  if (state !== 'dead') return [failed];
  return [failed, { name: 'delivery.dead_lettered', data: { delivery, attempts: attempt, code } }];
}

async function record(session: SqlSession, attempts: readonly Attempted[]): Promise<readonly Recorded[]> {
  const { rows } = await session.query<Row>(RECORD, [
    JSON.stringify(attempts.map(toOutcome)),
    attempts.map(({ claim }) => claim.id),
  ]);
  // One delivery may stand there twice: under the lease that counts, and under one that was over before its attempt.
  const found = new Map(rows.map((row) => [`${row.delivery_id} ${row.outcome_lease}`, row]));
  const recorded: Omit<Recorded, 'steps'>[] = [];
  const changes = attempts.flatMap((attempted) => {
    const row = found.get(`${attempted.claim.id} ${attempted.claim.lease}`);
    if (!row) return [];
    recorded.push({ ...attempted, state: row.delivery_state });
    return [{ article: toStoredArticle(row), events: toEvents(attempted, row.delivery_state) }];
  });
  const changed = await appendToAll(session, changes, new Date());
  return recorded.map((one, index) => ({ ...one, steps: changed[index]?.steps ?? [] }));
}

/**
 * Stores what became of attempts, with their events, in one transaction. Left out is what no longer counts: the lease was lost to
 * another process, or the decision was withdrawn meanwhile. Returns what was stored.
 */
export function recordOutcomes(pool: SqlPool, attempts: readonly Attempted[]): Promise<readonly Recorded[]> {
  if (attempts.length === 0) return Promise.resolve([]);
  return inTransaction(pool, (session) => record(session, attempts));
}
