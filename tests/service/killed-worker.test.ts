import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ArticleKey } from '../../src/service/store/article-key.ts';
import { readArticle } from '../../src/service/store/read-article.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import { expectFold, openTestDesk, untilOver } from './open-test-desk.ts';
import { type CopydeskProcess, spawnCopydesk } from './spawn-process.ts';
import { readEvents } from './store/read-events.ts';
import { availableModes, createPlace, type TestPlace } from './test-place.ts';

const SENTENCE = 'The harbour council of Merrow met at noon to hear what the pilots of the eastern channel wanted from it';
/** Takes seconds to moderate, so that its worker can be killed meanwhile. */
const LONG = Array.from({ length: 4000 }, (_, line) => `${SENTENCE}, item ${line} of the agenda, vote ${line * 7}.`).join('\n\n');

async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(10)) if (await look()) return;
  throw new Error(`${what} did not happen within ${seconds} s`);
}

async function startWorker(place: TestPlace, concurrency: number): Promise<CopydeskProcess> {
  const env = { ...place.env, COPYDESK_LOG: 'stdout', COPYDESK_CONCURRENCY: `${concurrency}` };
  const worker = spawnCopydesk('workers/moderate.worker.ts', [], { env });
  await until('the start of a worker', 60, () => worker.output().includes('"service.started"'));
  return worker;
}

const countStarts = async (pool: SqlPool, key: ArticleKey) =>
  (await readEvents(pool, key)).filter(({ name }) => name === 'processing.started').length;

const shared = availableModes().filter((mode) => mode !== 'embedded');

describe.each(shared)('a killed worker in the mode %s', (mode) => {
  it('gives its article to another within ten seconds, by the settings that nobody changed', async () => {
    const place = await createPlace(mode);
    const desk = await openTestDesk(place, ['relay']);
    const workers = await Promise.all([1, 2].map(() => startWorker(place, 1)));
    const { article } = await desk.accept({ id: 'long', text: LONG });
    await until('the first start', 60, async () => (await countStarts(desk.pool, article.key)) === 1);
    const isTaken = (worker: CopydeskProcess) => worker.output().includes('"processing.started"');
    await until('a line of the log', 10, () => workers.some(isTaken));
    workers.find(isTaken)?.child.kill('SIGKILL');
    const killed = performance.now();
    await until('the second start', 60, async () => (await countStarts(desk.pool, article.key)) === 2);
    expect(performance.now() - killed).toBeLessThan(10_000);
    const over = await untilOver(desk.pool, article.key);
    expect(over.state).toMatchObject({ processing: 'cleaned', attempt: 2, unended: 0 });
    await expectFold(desk.pool, article.key);
    for (const worker of workers) worker.child.kill('SIGTERM');
    await Promise.all(workers.map(({ ended }) => ended));
    await desk.close();
    await place.remove();
  }, 300_000);

  it('by the same article three times makes that a dead letter, and no other', async () => {
    const place = await createPlace(mode);
    const desk = await openTestDesk(place, ['relay']);
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, index) => desk.accept({ id: `other-${index}`, text: `${LONG.slice(0, 60_000)} ${index}` })),
    );
    const { article: poison } = await desk.accept({ id: 'poison', text: LONG });
    for (let deaths = 1; deaths <= 3; deaths++) {
      const worker = await startWorker(place, 4);
      await until(`start ${deaths} of the poison`, 120, async () => (await countStarts(desk.pool, poison.key)) === deaths);
      worker.child.kill('SIGKILL');
      await worker.ended;
    }
    const last = await startWorker(place, 4);
    const over = await untilOver(desk.pool, poison.key);
    expect(over.state).toMatchObject({ processing: 'dead', attempt: 3 });
    expect((await readEvents(desk.pool, poison.key)).at(-1)?.data).toMatchObject({ code: 'unended', final: true });
    for (const { article } of others) {
      await untilOver(desk.pool, article.key);
      const stored = await readArticle(desk.pool, article.key);
      expect(stored?.state.processing).toBe('cleaned');
      // At most one death with the poison: from then on both were moderated alone.
      expect(stored?.state.attempt).toBeLessThanOrEqual(2);
      await expectFold(desk.pool, article.key);
    }
    await expectFold(desk.pool, poison.key);
    last.child.kill('SIGTERM');
    expect(await last.ended, last.output().slice(-2000)).toBe(0);
    await desk.close();
    await place.remove();
  }, 400_000);
});
