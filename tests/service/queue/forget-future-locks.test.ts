import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODERATION_QUEUE } from '../../../src/service/queue/moderation-job.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const HOUR_MS = 3_600_000;

/** Redis counts locks by its own clock. */
describe.each(availableModes().filter((mode) => mode !== 'redis+postgres'))('a queue in the mode %s', (mode) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterEach(() => test.close(), 200_000);

  it('gives out what a worker had in hand that died while its clock was an hour ahead', async () => {
    const key = { tenant: 'default', articleId: 'art_1', revision: 1 };
    await test.transport.queue.add([1, 2].map((index) => ({ id: `m-${index}`, key, traceId: '' })));
    const ahead = Date.now() + HOUR_MS;
    const { rows } = await test.pool.query<{ id: string }>(
      `SELECT id FROM bullmq.move_to_active($1, 'gone', 4000, $2, 'gone', NULL, NULL)`,
      [MODERATION_QUEUE, ahead],
    );
    expect(rows).toEqual([{ id: 'm-1' }]);
    await test.pool.query('SELECT bullmq.move_stalled_jobs_to_wait($1, 1000, $2, 2000)', [MODERATION_QUEUE, ahead]);
    const done = new Set<string>();
    const handler = (_: unknown, id: string) => Promise.resolve(void done.add(id));
    const worker = test.transport.startWorker(handler, { concurrency: 1, lockSeconds: 1 });
    await expect.poll(() => done.size, { timeout: 60_000 }).toBe(2);
    await worker.close();
  }, 120_000);
});
