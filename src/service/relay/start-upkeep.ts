import { type Loop, startLoop } from '../process/start-loop.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';

const IDLE_MS = 2000;
/** A table that could not be counted is left alone for so long. */
const REST_MS = 600_000;

/**
 * Tables that have half as many pages again as when the planner last counted them, and eight at least. The counts of rows that a server
 * keeps are not kept by the embedded database, so pages are what both can say.
 */
const GROWN = `SELECT format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('copydesk', 'bullmq') AND c.relkind = 'r'
   AND pg_relation_size(c.oid) / current_setting('block_size')::integer > greatest(7, c.relpages * 1.5)`;

/**
 * Has the planner count the tables that have grown, until stopped. PostgreSQL does so once a minute, and statements planned meanwhile for
 * what was an empty table read all of a table of thousands, or take the wrong index: an article then cost eight times as much. The
 * embedded database has nobody who does it, nor anybody who frees the room of deleted rows.
 */
export function startUpkeep(pool: SqlPool, isEmbedded: boolean, log: Log): Loop {
  const command = isEmbedded ? 'VACUUM (ANALYZE)' : 'ANALYZE';
  const resting = new Map<string, number>();
  const tell = (error: unknown) => log('service.failed', { code: errorCode(error), component: 'upkeep' }, startSpan());
  /** One that fails, as when it takes too long or is locked, must not keep the others from being counted. */
  async function count(name: string): Promise<void> {
    if (performance.now() < (resting.get(name) ?? 0)) return;
    try {
      await pool.query(`${command} ${name}`);
      resting.delete(name);
    } catch (error) {
      resting.set(name, performance.now() + REST_MS);
      tell(error);
    }
  }
  async function round(): Promise<number> {
    const { rows } = await pool.query<{ name: string }>(GROWN);
    for (const { name } of rows) await count(name);
    return IDLE_MS;
  }
  return startLoop(round, tell);
}
