import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { openRedisTransport } from '../../../src/service/queue/redis-transport.ts';
import { relayOutbox } from '../../../src/service/relay/relay-outbox.ts';
import { Turns } from '../../../src/service/relay/turns.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { openTestStore } from '../open-test-store.ts';
import { findRedis, startRedis } from '../start-redis.ts';

const program = findRedis();
/** Longer than a Redis that is away is waited for. */
const WORK_MS = 6000;

describe.runIf(program !== undefined && inject('servers') !== null)('a worker that is closed while Redis is away', () => {
  it('ends the article it has in hand first, even on its last attempt', async () => {
    const redis = await startRedis(program ?? '');
    const test = await openTestStore('postgres');
    onTestFinished(() => test.close());
    const transport = await openRedisTransport(redis.url, () => undefined);
    const { article } = await test.accept({ id: 'in hand', text: 'The council met at noon.' });
    const begun = Promise.withResolvers<void>();
    let isClosed = false;
    // As the threads of a desk, which are closed after the worker and take nothing to its end then.
    const threads: typeof test.processing.threads = {
      moderate: async (input) => {
        begun.resolve();
        await sleep(WORK_MS);
        if (isClosed) throw new Error('the threads are gone');
        return test.processing.threads.moderate(input);
      },
    };
    const processing = { ...test.processing, threads, attempts: 1 };
    const worker = transport.startWorker((data, id) => processArticle(processing, data, id), { concurrency: 1, lockSeconds: 4 });
    await relayOutbox(test.pool, transport.queue, test.log, new Turns(), 10);
    await begun.promise;
    await redis.stop();
    await worker.close();
    isClosed = true;
    await sleep(WORK_MS);
    expect((await readArticle(test.pool, article.key))?.state).toMatchObject({ processing: 'cleaned', attempt: 1 });
    await expectFold(test.pool, article.key);
    await Promise.race([transport.close(), sleep(2000)]);
  }, 60_000);
});
