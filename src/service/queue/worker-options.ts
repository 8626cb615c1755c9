import type { WorkerSettings } from './transport.ts';

const FIRST_DELAY_MS = 500;
/** Milliseconds that no job of ours waits longer than for another try. */
export const LONGEST_DELAY_MS = 30_000;

/** Doubles from half a second to half a minute, with jitter, so that an outage is not met by all jobs at once. */
function backoffMs(attemptsMade: number): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attemptsMade - 1, 10));
  return Math.round(delay * (0.5 + Math.random() / 2));
}

/**
 * BullMQ's options of a worker. A killed worker's jobs come back after lock and check together. `maxStalledCount` is high
 * because the store counts attempts: by default a job killed twice would fail for good on its first attempt.
 */
export function workerOptions(settings: WorkerSettings) {
  return {
    concurrency: settings.concurrency,
    lockDuration: settings.lockSeconds * 1000,
    stalledInterval: Math.max(1000, settings.lockSeconds * 500),
    maxStalledCount: 1000,
    drainDelay: 5,
    settings: { backoffStrategy: backoffMs },
  };
}
