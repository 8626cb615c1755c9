import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningWorker } from '../../../src/service/queue/transport.ts';
import { reconcile } from '../../../src/service/relay/reconcile.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const DAY_MS = 86_400_000;
const KEY = { tenant: 'default', articleId: 'art_1', revision: 1 };

/** The clock of this process, and so of its worker; on the embedded store also that of the database. */
const setClock = (aheadMs: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + aheadMs });

/** `expect.poll` goes by the clock that these tests turn. */
async function until(isSo: () => Promise<boolean>, seconds = 20): Promise<void> {
  for (const end = performance.now() + seconds * 1000; !(await isSo()); await sleep(20)) {
    if (performance.now() > end) throw new Error('it did not come about in time');
  }
}

describe.each(availableModes())('jobs that wait for another try, in the mode %s', (mode) => {
  let test: TestStore;
  const workers: RunningWorker[] = [];
  beforeEach(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterEach(async () => {
    vi.useRealTimers();
    for (const worker of workers.splice(0)) await worker.close();
    await test.close();
  }, 200_000);

  /** Fails each job once. */
  function startFailing() {
    const tries: string[] = [];
    const worker = test.transport.startWorker(
      (_, id) => {
        tries.push(id);
        return tries.filter((one) => one === id).length === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
      },
      { concurrency: 2, lockSeconds: 2 },
    );
    workers.push(worker);
    return tries;
  }

  /** Fails one job and takes no other: it is closed before it has failed, so that nothing is tried again. */
  async function failOnce(): Promise<readonly string[]> {
    const tries: string[] = [];
    const closed = Promise.withResolvers<void>();
    const worker: RunningWorker = test.transport.startWorker(
      (_, id) => {
        tries.push(id);
        worker.close().then(closed.resolve, closed.reject);
        return Promise.reject(new Error('once'));
      },
      { concurrency: 1, lockSeconds: 2 },
    );
    await add(1);
    await closed.promise;
    return tries;
  }

  const add = (count: number) =>
    test.transport.queue.add(Array.from({ length: count }, (_, index) => ({ id: `m-${index}`, key: KEY, traceId: '' })));
  const count = () => test.transport.queue.count();

  it('come again when the clock that says when was a day ahead, and is right again', async () => {
    setClock(DAY_MS);
    const tries = startFailing();
    await add(3);
    await until(async () => (await count()).delayed === 3);
    vi.useRealTimers();
    await reconcile(test.pool, test.transport.queue, test.log, 0);
    await until(() => Promise.resolve(tries.length >= 6));
    expect(tries).toHaveLength(6);
  });

  it('come again when the clocks of all workers have gone back', async () => {
    await failOnce();
    expect(await count()).toMatchObject({ delayed: 1 });
    setClock(-DAY_MS);
    const tries = startFailing();
    // A server's clock has stayed right, and by it the job is overdue; the embedded database's went back too.
    await until(async () => {
      await reconcile(test.pool, test.transport.queue, test.log, 0);
      return tries.length > 0;
    }, 30);
  }, 60_000);

  it('are left alone while their time is to come', async () => {
    const tries = await failOnce();
    await reconcile(test.pool, test.transport.queue, test.log, 0);
    expect([tries.length, await count()]).toEqual([1, { waiting: 0, active: 0, delayed: 1 }]);
  });
});
