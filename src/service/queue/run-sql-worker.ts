import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { SqlPool } from '../store/sql-pool.ts';
import { closeSqlWorker } from './close-sql-worker.ts';
import type { RunningWorker } from './transport.ts';

const AGAIN_MS = 1000;

/** The part of a BullMQ worker, made with `autorun: false`, that is needed to run it. */
type IdleWorker = Pick<Worker, 'waitUntilReady' | 'run' | 'close'>;

/** The worker, closed no sooner than it is ready: one that is closed before takes its connection to listen on afterwards, and nobody would give that back. */
function deferClose(worker: IdleWorker): Pick<IdleWorker, 'close'> {
  const ready = () => worker.waitUntilReady().catch(() => undefined);
  return { close: () => ready().then(() => worker.close()) };
}

/**
 * Runs the worker that `create` makes. BullMQ remembers for ever that the first connection of a worker failed, and asks it again without a
 * pause, so that nothing else in the process gets its turn: a worker that does not get ready is given up for a new one.
 */
export function runSqlWorker(create: () => IdleWorker, pool: SqlPool, onError: (error: Error) => void): RunningWorker {
  const stopping = new AbortController();
  let worker = create();

  async function isReady(): Promise<boolean> {
    try {
      await worker.waitUntilReady();
      return true;
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }

  async function run(): Promise<void> {
    while (!(await isReady())) {
      void worker.close().catch(onError);
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      worker = create();
    }
    if (!stopping.signal.aborted) await worker.run();
  }

  void run().catch(onError);
  return {
    close: async () => {
      stopping.abort();
      await closeSqlWorker(deferClose(worker), pool);
    },
  };
}
