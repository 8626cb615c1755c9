import { setTimeout as sleep } from 'node:timers/promises';
import { type Loop, startLoop } from '../process/start-loop.ts';
import type { ModerationQueue } from '../queue/transport.ts';
import type { Notices } from '../store/notices.ts';
import { readHealth } from '../store/read-health.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { reconcile } from './reconcile.ts';
import { relayOutbox } from './relay-outbox.ts';
import { Turns } from './turns.ts';

export type Relay = Loop;

export interface RelaySettings {
  readonly reconcileSeconds: number;
  /** Articles the queue was told about less than this long ago are not missed yet. */
  readonly graceSeconds: number;
}

/** Notices wake the relay; this is for those that are lost. */
const IDLE_MS = 1000;
/** While the window is full: how often it is looked whether the workers have made room. */
const FULL_MS = 25;
/** Rounds begin no faster than this, so that under load each takes a batch; an article that comes alone does not wait. */
const PACE_MS = 40;
/** After a comparison of store and queue that failed. */
const LOOK_AGAIN_MS = 1000;
const BATCH = 100;
/** Jobs on the transport at least, and for each article that the workers moderate at a time. */
const LEAST_WINDOW = 100;
const WINDOW_PER_ARTICLE = 8;

/**
 * Keeps a short queue: what waits in the outbox can still be taken in turns, what is on the transport cannot. Counts the jobs only
 * when those added since the last count could have filled the window.
 */
class Window {
  readonly #queue: ModerationQueue;
  #size = LEAST_WINDOW;
  #known = LEAST_WINDOW;

  constructor(queue: ModerationQueue) {
    this.#queue = queue;
  }

  resize(concurrency: number): void {
    this.#size = Math.max(LEAST_WINDOW, concurrency * WINDOW_PER_ARTICLE);
  }

  async room(): Promise<number> {
    if (this.#known + BATCH > this.#size) this.#known = (await this.#queue.count()).waiting;
    return Math.max(0, Math.min(BATCH, this.#size - this.#known));
  }

  added(count: number): void {
    this.#known += count;
  }
}

/** Moves the outbox to the queue until stopped, and compares store and queue at the start and from time to time. */
export function startRelay(pool: SqlPool, queue: ModerationQueue, notices: Notices, log: Log, settings: RelaySettings): Relay {
  const turns = new Turns();
  const window = new Window(queue);
  let nextReconcile = 0;
  let lastTaken = 0;

  async function look(): Promise<void> {
    await reconcile(pool, queue, log, settings.graceSeconds);
    window.resize((await readHealth(pool)).concurrency);
    nextReconcile = performance.now() + settings.reconcileSeconds * 1000;
  }

  const onError = (error: unknown) => log('service.failed', { code: errorCode(error), component: 'relay' }, startSpan());
  const onLookError = (error: unknown) => {
    nextReconcile = performance.now() + LOOK_AGAIN_MS;
    onError(error);
  };

  async function round(): Promise<number> {
    // What waits is relayed all the same.
    if (performance.now() >= nextReconcile) await look().catch(onLookError);
    const early = lastTaken + PACE_MS - performance.now();
    if (early > 0) await sleep(early);
    const room = await window.room();
    if (room === 0) return FULL_MS;
    const count = await relayOutbox(pool, queue, log, turns, room);
    window.added(count);
    if (count > 0) lastTaken = performance.now();
    // One row or a few were all there was: a notice tells of the next.
    return count > room / 8 ? 0 : Math.min(IDLE_MS, settings.reconcileSeconds * 1000);
  }

  const loop = startLoop(round, onError);
  const unsubscribe = notices.subscribe('copydesk_outbox', loop.wake);
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe();
      return loop.stop();
    },
  };
}
