import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawLoad } from '../../../bench/load/draw-load.ts';
import { drawLoadPage } from '../../../bench/load/draw-load-page.ts';
import { LOAD_HELP } from '../../../bench/load/load-options.ts';
import type { LoadResult } from '../../../bench/load/load-result.ts';
import type { Measurement } from '../../../bench/load/measurement.ts';
import { runLoad } from '../../../bench/load/run-load.ts';
import { Cleanup } from '../../faults/cleanup.ts';
import { listModes } from '../../faults/open-stage.ts';

const MAIN = fileURLToPath(new URL('../../../bench/load.ts', import.meta.url));
const mode = listModes().at(-1) ?? 'embedded';

const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);

/** A short run of the real thing. */
describe.runIf(process.platform === 'linux')(`a desk under load, in the mode ${mode}`, () => {
  const cleanup = new Cleanup();
  const told: string[] = [];
  let result: LoadResult;
  let all: readonly Measurement[] = [];
  beforeAll(async () => {
    const options = { mode, seconds: 5, steps: [0.5], workers: [], threads: 1, warm: 10, output: undefined, profile: false };
    result = await runLoad(options, { cores: 2, tell: (sentence) => told.push(sentence) }, cleanup);
    all = [...(result.ceiling ? [result.ceiling] : []), ...result.steps];
  }, 240_000);
  afterAll(() => cleanup.run());

  it('decides all that it accepts, and accepts all that was sent', () => {
    expect(all).toHaveLength(2);
    for (const { sent, accepted, refused, decided } of all) {
      expect(sent).toBeGreaterThan(0);
      expect([accepted, refused, decided]).toEqual([sent, {}, sent]);
    }
  });

  it('takes each article its time in the order of its way', () => {
    for (const { sent, latency } of all) {
      const { sending, answer, started, stored, webhook } = latency;
      for (const one of [sending, answer, started, stored, webhook]) expect(one?.count).toBe(sent);
      // The log's times are whole milliseconds.
      for (const [earlier, later] of [
        [sending, answer],
        [started, stored],
        [stored, webhook],
      ])
        expect(earlier?.p50).toBeLessThanOrEqual((later?.p50 ?? 0) + 1);
    }
  });

  it('says where the CPU went: all of the machine, and of the desk what moderation had', () => {
    for (const { cpu } of all) {
      const processes = sum(Object.values(cpu.byProcess));
      // What ended meanwhile, and the ticks of a hundredth of a second.
      expect(processes + cpu.driver + cpu.others + cpu.idle).toBeGreaterThan(cpu.cores - 0.3);
      const servers = (cpu.byProcess.PostgreSQL ?? 0) + (cpu.byProcess.Redis ?? 0);
      expect(cpu.share).toBeCloseTo(cpu.moderation / (processes - servers), 5);
      expect(cpu.shareWithServers).toBeCloseTo(cpu.moderation / processes, 5);
      expect(cpu.articles).toBeGreaterThan(0);
      expect(cpu.moderation).toBeGreaterThan(0);
      expect(cpu.moderation).toBeLessThanOrEqual(cpu.threads);
    }
  });

  it('counts what servers keep', () => {
    const { footprint } = result;
    expect(footprint?.storedArticles).toBeGreaterThanOrEqual(sum(all.map(({ accepted }) => accepted)));
    if (mode === 'embedded') return;
    expect(footprint?.written?.walBytes).toBeGreaterThan(1000 * (footprint?.articles ?? 0));
    expect(footprint?.tables.find(({ table }) => table === 'copydesk.articles')?.bytes).toBeGreaterThan(0);
    if (mode === 'redis+postgres') expect(footprint?.redis?.bytesPerJob).toBeGreaterThan(100);
  });

  it('draws it as text and as a page that loads nothing', () => {
    const text = drawLoad(result);
    for (const { name, sent } of all) expect(text).toMatch(new RegExp(`^${name} .* ${sent} `, 'mu'));
    expect(text).toContain('What binds');
    expect(drawLoadPage({ ...result, steps: [...result.steps, ...result.steps] }).match(/<svg/gu)).toHaveLength(3);
    expect(told.some((sentence) => sentence.includes('50 % of the ceiling'))).toBe(true);
  });
});

describe('npm run load', () => {
  const run = promisify(execFile);

  it('explains itself, and names a wrong option', async () => {
    expect((await run(process.execPath, [MAIN, '--help'])).stdout).toBe(LOAD_HELP);
    await expect(run(process.execPath, [MAIN, '--seconds', 'x'])).rejects.toMatchObject({ code: 64 });
  });
});
