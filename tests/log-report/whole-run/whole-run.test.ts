import { readFileSync } from 'node:fs';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_EVENTS } from '../../../src/schema/log-events.ts';
import type { LogReport } from '../../../src/schema/log-report-schema.ts';
import { readConfig } from '../../../src/service/config.ts';
import { openStore, type Store } from '../../../src/service/store/open-store.ts';
import { runInside } from '../../cli/run-inside.ts';
import { availableModes } from '../../service/test-place.ts';
import { askStore, listCompared, listPaths, toCompared } from './compare-figures.ts';
import { deliverStories, purgeStories, replayStories } from './end-day.ts';
import { CONTENT_FIGURES, FIGURES, ONLY_IN_THE_LOG } from './figures.ts';
import { foldLog, readEventSteps, readRecordedLines, readStanding, readSteps } from './fold-log.ts';
import { type Day, openDay, TENANTS } from './open-day.ts';
import { reviewStories } from './review-stories.ts';
import { reviseStories, submitStories } from './submit-stories.ts';

/** Sixty have all that can happen; `TEST_RUN_ARTICLES=1000` is the run that README tells of. */
const COUNT = Number(process.env.TEST_RUN_ARTICLES || 60);
const EVERYBODY = '%';
/** Of a stream in which nothing is missing. */
const WHOLE = {
  ...{ one_in: 1, gaps: { articles: 0, lines: 0 }, begun_before: 0, repeated: 0, not_followed: 0 },
  unended: { attempts: 0, last: 0 },
};
const WHOSE = [EVERYBODY, ...TENANTS] as const;

describe.each(availableModes())(`the log of a desk that had ${COUNT} articles, in the mode %s`, (mode) => {
  let day: Day;
  let store: Store;
  let content: ReadonlyMap<string, Awaited<ReturnType<typeof askStore>>>;
  let log: string;

  beforeAll(async () => {
    day = await openDay(mode);
    const { pool } = day.api.desk;
    await submitStories(day, COUNT);
    await reviewStories(day);
    await reviseStories(day, COUNT);
    await replayStories(day);
    await deliverStories(day);
    content = new Map(
      await Promise.all(WHOSE.map(async (tenant) => [tenant, await askStore(pool, CONTENT_FIGURES, tenant)] as const)),
    );
    await purgeStories(day);
    await day.api.desk.close();
    log = readFileSync(day.api.place.logFile, 'utf8');
    store = await openStore(readConfig(day.api.place.env).store, () => undefined);
  }, 3_600_000);

  afterAll(async () => {
    // Closed already, unless the day came to no end.
    await day?.api.desk.close();
    await store?.close();
    await day.receiver.close();
    await day.api.place.remove();
  }, 200_000);

  async function readReport(tenant: string): Promise<LogReport> {
    const only = tenant === EVERYBODY ? [] : ['--tenant', tenant];
    const args = ['report', '--format', 'json', '--top', '1000', ...only, day.api.place.logFile];
    const { code, stdout, stderr } = await runInside(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  }

  it('saw every event that is recorded', async () => {
    const { rows } = await store.pool.query<{ name: string }>('SELECT DISTINCT name FROM copydesk.events');
    const recorded = Object.entries(LOG_EVENTS).filter(([, { shape }]) => 'number' in shape);
    expect(rows.map(({ name }) => name).sort()).toEqual(recorded.map(([event]) => event).sort());
  });

  it('has a line for every event, and says after each where the article stands', async () => {
    const lines = readRecordedLines(log);
    expect(readSteps(lines)).toEqual(await readEventSteps(store.pool));
    const standing = await readStanding(store.pool);
    expect(foldLog(lines)).toEqual(standing);
    expect(Object.keys(standing).length).toBeGreaterThan(COUNT);
  });

  it.each(WHOSE)('is reported as the store counts it, of the tenants %s', async (tenant) => {
    const report = await readReport(tenant);
    const compared = [
      ...toCompared(report, CONTENT_FIGURES, content.get(tenant) ?? []),
      ...toCompared(report, FIGURES, await askStore(store.pool, FIGURES, tenant)),
    ];
    expect(compared.map(({ path, told }) => [path, told])).toEqual(compared.map(({ path, stored }) => [path, stored]));
    if (tenant === EVERYBODY) {
      expect(compared.filter(({ stored }) => Object.keys(stored).length === 0).map(({ path }) => path)).toEqual([
        'findings.incomplete',
        'stream.gaps.lines',
      ]);
    }
    expect(report.stream).toMatchObject(WHOLE);
    expect(report.input).toMatchObject({ broken: 0, foreign: 0, malformed: 0, too_long: 0, unknown: { names: 0 } });
  });

  it('holds no count in its report that nobody has compared', async () => {
    const all = listPaths(await readReport(EVERYBODY));
    const known = [...[...CONTENT_FIGURES, ...FIGURES].flatMap(listCompared), ...ONLY_IN_THE_LOG];
    const isKnown = (path: string) => known.some((one) => path === one || path.startsWith(`${one}.`));
    const others = listPaths(WHOLE).map((path) => `stream.${path}`);
    expect(all.filter((path) => !isKnown(path) && !others.includes(path))).toEqual([]);
  });
});
