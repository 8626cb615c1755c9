import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { InHand } from './in-hand.ts';

const LOOK_MS = 250;
/** A Redis that has been gone for so long is not waited for: what its jobs did is in the store. */
const AWAY_MS = 3000;

async function untilAway(connection: Redis, signal: AbortSignal): Promise<void> {
  for (let away = 0; away < AWAY_MS && !signal.aborted; away = connection.status === 'ready' ? 0 : away + LOOK_MS) {
    await sleep(LOOK_MS);
  }
}

/**
 * Lets a worker finish what it has in hand and closes it. BullMQ would wait for a Redis that is away, however long; here that wait ends after
 * three seconds, but for the work itself: it needs no Redis, and to cut it off would cost its article an attempt. `connection` is the
 * one the worker was given.
 */
export async function closeWorker(worker: Pick<Worker, 'close'>, connection: Redis, inHand?: InHand): Promise<void> {
  const closed = new AbortController();
  const closing = worker.close().finally(() => closed.abort());
  await Promise.race([closing, untilAway(connection, closed.signal)]);
  await inHand?.over();
}
