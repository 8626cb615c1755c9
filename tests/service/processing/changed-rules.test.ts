import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { describeTiny, tinyFolder } from '../../recognisers/onnx/tiny-model.ts';
import { expectFold, expectLogContract, openTestDesk, readLog, untilOver } from '../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

const STORY =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
const RULES = fileURLToPath(new URL('../../../rules/', import.meta.url));

/** A folder of rules that a test may change. */
function copyRules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of readdirSync(RULES).filter((name) => name.endsWith('.yaml'))) cpSync(join(RULES, file), join(folder, file));
  return folder;
}

function changeScore(folder: string): void {
  const file = join(folder, 'thresholds.yaml');
  const changed = readFileSync(file, 'utf8').replace(
    '- name: garbage.min_length\n    value: 6',
    '- name: garbage.min_length\n    value: 7',
  );
  writeFileSync(file, changed);
}

async function untilLogged(place: TestPlace, event: string, code: string, key?: ArticleKey): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const isIt = (line: Record<string, unknown>) => key === undefined || line.article_id === key.articleId;
    if (readLog(place).some((line) => line.event === event && line.code === code && isIt(line))) return;
  }
  throw new Error(`nobody logged ${event} with ${code}`);
}

/** Kills the desk's only thread: the article waits for a table that is locked, longer than it may. */
async function overrun(pool: SqlPool, run: () => Promise<void>): Promise<void> {
  const session = await pool.connect();
  try {
    await session.query('BEGIN');
    await session.query('LOCK TABLE copydesk.fingerprints IN ACCESS EXCLUSIVE MODE');
    await run();
  } finally {
    await session.query('ROLLBACK');
    session.release();
  }
}

const SHARED = availableModes().filter((mode) => mode !== 'embedded');
const CHANGES = [
  ['changed', changeScore],
  ['broken', (folder: string) => writeFileSync(join(folder, 'spam.yaml'), 'rules: [')],
  ['gone', (folder: string) => rmSync(folder, { recursive: true })],
] as const;

describe.each(SHARED)('in the mode %s', (mode) => {
  it.each(CHANGES)(
    'a thread that takes the place of a dead one has the rules of its process, when the files are %s',
    async (_, change) => {
      const place = await createPlace(mode);
      const rulesFolder = copyRules();
      const { version } = loadRuleset(rulesFolder);
      const desk = await openTestDesk(place, ['relay', 'worker'], {
        rulesFolder,
        concurrency: 1,
        deadlineSeconds: 8,
        lockSeconds: 30,
      });
      const first = await desk.accept({ id: 'first', text: STORY });
      await untilOver(desk.pool, first.article.key);
      change(rulesFolder);
      const late = await desk.accept({ id: 'late', text: `${STORY} It was late.` });
      await overrun(desk.pool, () => untilLogged(place, 'processing.failed', 'deadline', late.article.key));
      const next = await desk.accept({ id: 'next', text: `${STORY} It was the next.` });
      for (const { article } of [late, next]) {
        const { state } = await untilOver(desk.pool, article.key, 60);
        expect(state.processing).toBe('cleaned');
        expect(JSON.parse((await readResult(desk.pool, article.key)) ?? '{}').provenance.ruleset).toBe(version);
        await expectFold(desk.pool, article.key);
      }
      expect((await untilOver(desk.pool, next.article.key)).state.attempt).toBe(1);
      await desk.close();
      await place.remove();
    },
    200_000,
  );

  it.runIf(inject('onnx'))(
    'while no thread has the recogniser of its process, no article is started',
    async () => {
      const place = await createPlace(mode);
      const entitiesFolder = tinyFolder(describeTiny({}));
      const labels = join(entitiesFolder, 'config.json');
      const right = readFileSync(labels, 'utf8');
      const desk = await openTestDesk(place, ['relay', 'worker'], { entitiesFolder, concurrency: 1, deadlineSeconds: 8 });
      await untilOver(desk.pool, (await desk.accept({ id: 'first', text: STORY })).article.key);
      writeFileSync(labels, `${right}\n`);
      const late = await desk.accept({ id: 'late', text: `${STORY} It was late.` });
      await overrun(desk.pool, () => untilLogged(place, 'processing.failed', 'deadline', late.article.key));
      const next = await desk.accept({ id: 'next', text: `${STORY} It was the next.` });
      await untilLogged(place, 'service.failed', 'recogniser_changed');
      // Several times as long as five attempts with their pauses took before.
      await sleep(15_000);
      expect((await readArticle(desk.pool, late.article.key))?.state).toMatchObject({ processing: 'retrying', attempt: 1 });
      expect((await readArticle(desk.pool, next.article.key))?.state).toMatchObject({ processing: 'queued', attempt: 0 });
      writeFileSync(labels, right);
      expect((await untilOver(desk.pool, late.article.key)).state).toMatchObject({ processing: 'cleaned', attempt: 2 });
      expect((await untilOver(desk.pool, next.article.key)).state).toMatchObject({ processing: 'cleaned', attempt: 1 });
      expect(await readResult(desk.pool, next.article.key)).toContain('"entities":"tiny@sha256:');
      await desk.close();
      expectLogContract(place);
      await place.remove();
    },
    200_000,
  );
});
