import { EventEmitter } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { openTestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

function countListeners(pool: SqlPool): number {
  if (!(pool instanceof EventEmitter)) throw new Error('a pool that tells of no errors');
  return pool.listenerCount('error');
}

describe.each(availableModes())('the pool of the store that BullMQ works on (%s)', (mode) => {
  it('keeps nothing of workers that are closed', async () => {
    const test = await openTestStore(mode);
    onTestFinished(() => test.close());
    const before = countListeners(test.pool);
    for (let worker = 0; worker < 5; worker++) {
      await test.transport.startWorker(() => Promise.resolve(), { concurrency: 1, lockSeconds: 10 }).close();
    }
    expect(countListeners(test.pool)).toBe(before);
  });
});
