import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { SqlPool } from '../store/sql-pool.ts';
import { type Loop, startLoop } from './start-loop.ts';

const EVERY_MS = 5000;
/** A process that has been silent for so long is forgotten; until then it tells that something is wrong. */
const FORGET_SECONDS = 3600;

export interface ProcessSettings {
  readonly roles: readonly string[];
  /** Articles it moderates at a time; `undefined` when it moderates none. */
  readonly concurrency: number | undefined;
}

async function beat(pool: SqlPool, id: string, { roles, concurrency }: ProcessSettings): Promise<number> {
  await pool.query(
    `WITH forgotten AS (DELETE FROM copydesk.processes WHERE seen_at < now() - make_interval(secs => $4) AND id <> $1)
     INSERT INTO copydesk.processes (id, roles, concurrency, started_at, seen_at) VALUES ($1, $2, $3, now(), now())
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [id, roles, concurrency ?? null, FORGET_SECONDS],
  );
  return EVERY_MS;
}

/**
 * Says every five seconds in `copydesk.processes` that this process is up, and at `stop` that it is gone. A store that is away then does not keep
 * the process from stopping: `onError` hears of it, and the row grows old.
 */
export function startHeartbeat(pool: SqlPool, settings: ProcessSettings, onError: (error: Error) => void): Pick<Loop, 'stop'> {
  // The host before the slash is what `copydesk health` looks for.
  const id = `${hostname()}/${randomUUID()}`;
  const loop = startLoop(() => beat(pool, id, settings), onError);
  return {
    stop: async () => {
      await loop.stop();
      await pool.query('DELETE FROM copydesk.processes WHERE id = $1', [id]).catch(onError);
    },
  };
}
