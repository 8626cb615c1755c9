import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { SqlPool } from '../store/sql-pool.ts';

const LOOK_MS = 250;
/** A store that has been gone for so long is not waited for: what is in hand cannot be stored. */
const AWAY_MS = 3000;

function isThere(pool: SqlPool): Promise<boolean> {
  return pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
}

async function untilAway(pool: SqlPool, signal: AbortSignal): Promise<void> {
  for (let seen = performance.now(); !signal.aborted && performance.now() - seen < AWAY_MS; await sleep(LOOK_MS)) {
    if (await isThere(pool)) seen = performance.now();
  }
}

/** Lets a worker on the store finish what it has in hand and closes it. BullMQ would wait for a store that is away, however long. */
export async function closeSqlWorker(worker: Pick<Worker, 'close'>, pool: SqlPool): Promise<void> {
  const closed = new AbortController();
  const closing = worker.close().finally(() => closed.abort());
  await Promise.race([closing, untilAway(pool, closed.signal)]);
}
