import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/service/config.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import { CANARY, expectFold, expectLogContract, openTestDesk, readLog } from './open-test-desk.ts';
import { spawnCopydesk } from './spawn-process.ts';
import { availableModes, createPlace, type TestPlace } from './test-place.ts';

const COUNT = 200;
const SENTENCE =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';

function storyOf(index: number): string {
  const paragraphs = Array.from(
    { length: 24 },
    (_, line) => `${SENTENCE} It was meeting ${index}, item ${line} of the agenda ${CANARY}.`,
  );
  return [`Meeting ${index} of the harbour council`, ...paragraphs].join('\n\n');
}

const articles = Array.from({ length: COUNT }, (_, index) => ({ id: `killed-${index}`, text: storyOf(index) }));

async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) if (await look()) return;
  throw new Error(`${what} did not happen within ${seconds} s`);
}

async function countResults(pool: SqlPool): Promise<number> {
  return Number((await pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.results')).rows[0]?.n);
}

/** 200 articles, each cleaned exactly once, each with one result, each in the state that its events fold to. */
async function expectAllOnce(pool: SqlPool): Promise<void> {
  expect(await countResults(pool)).toBe(COUNT);
  const { rows } = await pool.query<{ id: string; processing: string; cleaned: number }>(
    `SELECT a.article_id AS id, a.processing, (SELECT count(*)::int FROM copydesk.events e
       WHERE e.article_id = a.article_id AND e.revision = a.revision AND e.name = 'article.cleaned') AS cleaned
       FROM copydesk.articles a`,
  );
  expect(rows).toHaveLength(COUNT);
  expect(rows.every((row) => row.processing === 'cleaned' && row.cleaned === 1)).toBe(true);
  for (const { id } of rows) await expectFold(pool, { tenant: 'default', articleId: id, revision: 1 });
}

function countLogged(place: TestPlace, event: string): number {
  try {
    return readLog(place).filter((line) => line.event === event).length;
  } catch {
    return 0; // Not there yet, or the last line is being written.
  }
}

describe('kill -9', () => {
  it('of the whole embedded process loses no acknowledged article and doubles no result', async () => {
    const place = await createPlace('embedded');
    const file = join(place.folder, 'articles.ndjson');
    writeFileSync(file, articles.map((article) => JSON.stringify(article)).join('\n'));
    const first = spawnCopydesk('src/cli/main.ts', ['serve', '--once', file], place);
    await until('taking in 200 articles', 300, () => countLogged(place, 'article.received') === COUNT);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const done = countLogged(place, 'article.cleaned');
    expect(done).toBeLessThan(COUNT);
    // The last lines of a killed process may be cut; the next one must not be glued to them.
    const second = spawnCopydesk('src/cli/main.ts', ['serve', '--once', file], place);
    expect(await second.ended, second.output().slice(-2000)).toBe(0);
    const store = await openStore(readConfig(place.env).store, () => undefined);
    await expectAllOnce(store.pool);
    await store.close();
    expectLogContract(place);
    await place.remove();
  }, 900_000);

  const shared = availableModes().filter((mode) => mode !== 'embedded');

  it.each(shared)(
    'of a worker in the mode %s leaves every article with one result',
    async (mode) => {
      const place = await createPlace(mode);
      const desk = await openTestDesk(place, ['relay']);
      const workerPlace = { env: { ...place.env, COPYDESK_LOCK_SECONDS: '2' } };
      for (const article of articles) await desk.accept(article);
      for (const goal of [20, 80, 140]) {
        const worker = spawnCopydesk('workers/moderate.worker.ts', [], workerPlace);
        await until(`${goal} results`, 300, async () => (await countResults(desk.pool)) >= goal);
        worker.child.kill('SIGKILL');
        expect(await worker.ended).toBe('SIGKILL');
        expect(await countResults(desk.pool)).toBeLessThan(COUNT);
      }
      const last = spawnCopydesk('workers/moderate.worker.ts', [], workerPlace);
      await until('200 results', 300, async () => (await countResults(desk.pool)) >= COUNT);
      last.child.kill('SIGTERM');
      expect(await last.ended, last.output()).toBe(0);
      await expectAllOnce(desk.pool);
      await desk.close();
      expectLogContract(place);
      await place.remove();
    },
    400_000,
  );

  it.runIf(shared.includes('redis+postgres'))(
    'of the queue itself, all jobs gone, is made good from the store',
    async () => {
      const place = await createPlace('redis+postgres');
      const relay = await openTestDesk(place, ['relay'], { reconcileSeconds: 1 });
      for (const article of articles.slice(0, 50)) await relay.accept(article);
      await until('an empty outbox', 120, async () => {
        const { rows } = await relay.pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.outbox WHERE told_at IS NULL');
        return rows[0]?.n === '0';
      });
      const redis = new Redis(place.env.REDIS_URL ?? '');
      await redis.flushdb();
      await redis.set('claimed', '1', 'EX', 600);
      redis.disconnect();
      const worker = await openTestDesk(place, ['worker']);
      await until('50 results', 200, async () => (await countResults(relay.pool)) === 50);
      await worker.close();
      await relay.close();
      await place.remove();
    },
    120_000,
  );
});
