import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import type { DeadChoice } from './list-dead.ts';
import { replayDeliveries } from './replay-deliveries.ts';

export interface ReplayedDead {
  readonly replayed: number;
  /** Dead ones that stay so: their decision is stale, or the tenant has no webhook any more. */
  readonly refused: number;
}

const BATCH = 200;

/** Only those that were dead at the start: one that dies again at once is not sent for ever. */
const NEXT = `SELECT d.id, d.seq FROM copydesk.deliveries d JOIN copydesk.articles a USING (tenant, article_id, revision)
   WHERE d.state = 'dead' AND d.seq > $1 AND ($2::text IS NULL OR d.tenant = $2) AND ($3::text IS NULL OR a.source = $3)
   ORDER BY d.seq LIMIT ${BATCH}`;

/** For `POST /v1/deliveries/replay` and `copydesk dead replay`: sends all dead deliveries again, oldest first, in small transactions. */
export async function replayDeadDeliveries(pool: SqlPool, log: Log, { tenant, source }: DeadChoice): Promise<ReplayedDead> {
  let [replayed, refused, after] = [0, 0, '0'];
  for (;;) {
    const { rows } = await pool.query<{ id: string; seq: string }>(NEXT, [after, tenant ?? null, source ?? null]);
    if (rows.length === 0) return { replayed, refused };
    const ids = rows.map(({ id }) => id);
    const outcomes = [...(await replayDeliveries(pool, log, ids, tenant)).values()];
    const done = outcomes.filter((outcome) => outcome === 'replayed').length;
    replayed += done;
    refused += outcomes.length - done;
    after = rows.at(-1)?.seq ?? after;
  }
}
