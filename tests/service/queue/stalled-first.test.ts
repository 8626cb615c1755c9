import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODERATION_QUEUE } from '../../../src/service/queue/moderation-job.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const COUNT = 60;
const EACH_MS = 100;

/** Redis does so by itself; a queue in SQL puts what it takes back behind everything that waits. */
describe.each(availableModes().filter((mode) => mode !== 'redis+postgres'))('a queue in the mode %s', (mode) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterEach(() => test.close(), 200_000);

  it('gives out what a dead worker had in hand before what waits', async () => {
    const key = { tenant: 'default', articleId: 'art_1', revision: 1 };
    const jobs = Array.from({ length: COUNT }, (_, index) => ({ id: `m-${index}`, key, traceId: '' }));
    await test.transport.queue.add(jobs);
    // As a worker takes one; this one never renews its lock.
    const { rows } = await test.pool.query<{ id: string }>(
      `SELECT id FROM bullmq.move_to_active($1, 'gone', 1000, $2, 'gone', NULL, NULL)`,
      [MODERATION_QUEUE, Date.now()],
    );
    expect(rows).toEqual([{ id: 'm-0' }]);
    const order: string[] = [];
    const worker = test.transport.startWorker(
      (_, id) => {
        order.push(id);
        return new Promise((resolve) => setTimeout(resolve, EACH_MS));
      },
      { concurrency: 1, lockSeconds: 1 },
    );
    await expect.poll(() => order.length, { timeout: 60_000 }).toBe(COUNT);
    await worker.close();
    expect(new Set(order).size).toBe(COUNT);
    expect(order.indexOf('m-0')).toBeLessThan(COUNT - 10);
  }, 120_000);
});
