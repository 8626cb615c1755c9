import type { ModerationQueue } from '../queue/transport.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Log } from '../telemetry/open-log.ts';
import { reconcile } from './reconcile.ts';
import { relayOutbox } from './relay-outbox.ts';
import { Turns } from './turns.ts';

export interface Rebuilt {
  /** Articles whose job was lost. */
  readonly lost: number;
  /** Articles put on the transport. */
  readonly added: number;
}

const BATCH = 100;

/**
 * Fills the transport from the store at once: what it should have and does not know is put back, and up to `window` jobs are added. Safe
 * beside running relays and workers. The relay adds the rest as the workers make room.
 */
export async function rebuildQueue(pool: SqlPool, queue: ModerationQueue, log: Log, window: number): Promise<Rebuilt> {
  const lost = await reconcile(pool, queue, log, 0);
  const turns = new Turns();
  let added = 0;
  for (let room = window - (await queue.count()).waiting; room > 0; ) {
    const count = await relayOutbox(pool, queue, log, turns, Math.min(BATCH, room));
    added += count;
    room -= count;
    if (count === 0) break;
  }
  return { lost, added };
}
