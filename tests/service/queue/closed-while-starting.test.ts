import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openTestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const WORKERS = 60;
/** A worker is ready about so long after its start. */
const START_MS = 30;
const HUNG_MS = 30_000;

describe.each(availableModes())('a worker in the mode %s', (mode) => {
  it('leaves no connection behind that would hold up the close of the store, however far its start had come', async () => {
    const test = await openTestStore(mode);
    for (let at = 0; at < WORKERS; at++) {
      const worker = test.transport.startWorker(() => Promise.resolve(), { concurrency: 1, lockSeconds: 10 });
      await sleep((START_MS * at) / WORKERS);
      await worker.close();
    }
    const closed = test.close().then(() => 'closed');
    expect(await Promise.race([closed, sleep(HUNG_MS, 'hung', { ref: false })])).toBe('closed');
  }, 240_000);
});
