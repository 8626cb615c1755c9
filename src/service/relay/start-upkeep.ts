import { type Loop, startLoop } from '../process/start-loop.ts';
import type { Store } from '../store/open-store.ts';
import type { SqlClient } from '../store/sql-pool.ts';
import { toStoreError } from '../store/to-store-error.ts';
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

type Pools = Pick<Store, 'pool' | 'patient'>;

/** Runs one statement on a session of its own, which is closed at once when `signal` says so. */
async function runUntil(signal: AbortSignal, client: SqlClient, text: string): Promise<void> {
  // Told while the session was opened.
  if (signal.aborted) {
    client.release();
    return;
  }
  const cut = () => client.release(true);
  signal.addEventListener('abort', cut);
  try {
    await client.query(text);
  } finally {
    signal.removeEventListener('abort', cut);
    if (!signal.aborted) client.release();
  }
}

/**
 * Has the planner count the tables that have grown, until stopped. PostgreSQL does so once a minute, and statements planned meanwhile for
 * what was an empty table read all of a table of thousands, or take the wrong index: an article then cost eight times as much. The
 * embedded database has nobody who does it, nor anybody who frees the room of deleted rows. `patient`: a large table takes longer than any
 * other statement of ours may; the end of the desk waits for it on the embedded database only, which nobody can interrupt.
 */
export function startUpkeep({ pool, patient }: Pools, isEmbedded: boolean, log: Log): Loop {
  // Whoever else holds the table may be counting it too, and for long: the others must not wait for that.
  const command = isEmbedded ? 'VACUUM (ANALYZE)' : 'ANALYZE (SKIP_LOCKED)';
  const resting = new Map<string, number>();
  const stopping = new AbortController();
  const tell = (error: unknown) => log('service.failed', { code: errorCode(error), component: 'upkeep' }, startSpan());
  /** One that fails must not keep the others from being counted; a server that is away is no fault of the table. */
  async function count(name: string): Promise<void> {
    if (stopping.signal.aborted || performance.now() < (resting.get(name) ?? 0)) return;
    const client = await patient.connect();
    try {
      await runUntil(stopping.signal, client, `${command} ${name}`);
      resting.delete(name);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (toStoreError(error) !== error) throw error;
      resting.set(name, performance.now() + REST_MS);
      tell(error);
    }
  }
  async function round(): Promise<number> {
    const { rows } = await pool.query<{ name: string }>(GROWN);
    for (const { name } of rows) await count(name);
    return IDLE_MS;
  }
  const { wake, stop } = startLoop(round, tell);
  return {
    wake,
    stop: () => {
      const stopped = stop();
      stopping.abort();
      return stopped;
    },
  };
}
