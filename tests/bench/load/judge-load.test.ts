import { describe, expect, it } from 'vitest';
import { compareWorkers } from '../../../bench/load/compare-workers.ts';
import { judgeLoad } from '../../../bench/load/judge-load.ts';
import { nameLimit } from '../../../bench/load/name-limit.ts';
import { aMeasurement } from './a-measurement.ts';

const { cpu, latency } = aMeasurement();
const growing = { start: 3, end: 90, perSecond: 8, t: 20, grows: true };
const holding = (result: Parameters<typeof judgeLoad>[0]) => judgeLoad(result).map(({ holds }) => holds);

describe('judgeLoad', () => {
  it('judges what was measured, and nothing else', () => {
    expect(judgeLoad({ ceiling: null, steps: [] })).toEqual([]);
    expect(holding({ ceiling: aMeasurement(), steps: [aMeasurement()] })).toEqual([true, true, true]);
    expect(holding({ ceiling: null, steps: [aMeasurement({ share: 0.25 })] })).toEqual([true]);
  });

  it('asks for moderation at the ceiling, for no growth up to nine tenths, and for a short tail at half', () => {
    expect(holding({ ceiling: aMeasurement({ cpu: { ...cpu, share: 0.79 } }), steps: [] })).toEqual([false]);
    expect(holding({ ceiling: null, steps: [aMeasurement({ share: 0.9, backlog: growing })] })).toEqual([false]);
    expect(holding({ ceiling: null, steps: [aMeasurement({ share: 1, backlog: growing })] })).toEqual([]);
    const late = { count: 100, p50: 100, p90: 200, p99: 501, most: 600 };
    expect(holding({ ceiling: null, steps: [aMeasurement({ latency: { ...latency, stored: late } })] })).toEqual([true, false]);
    expect(holding({ ceiling: null, steps: [aMeasurement({ latency: { ...latency, webhook: null } })] })).toEqual([true, false]);
  });
});

describe('compareWorkers', () => {
  it('sets turns of one count together, against the fewest', () => {
    const turn = (workers: number, decidedPerSecond: number, moderation: number) => ({
      workers,
      ceiling: aMeasurement({ decidedPerSecond, cpu: { ...cpu, moderation, articles: decidedPerSecond * 10 } }),
    });
    const [one, two] = compareWorkers([turn(2, 70, 1.4), turn(1, 40, 0.8), turn(2, 74, 1.6)]);
    expect(one).toMatchObject({ workers: 1, turns: 1, perSecond: 40, ratio: 1, perCpuSecond: 50, cpuRatio: 1 });
    expect(two).toMatchObject({ workers: 2, turns: 2, perSecond: 72, ratio: 1.8, moderation: 1.5 });
    expect(two?.cpuRatio).toBeCloseTo((70 / 1.4 + 74 / 1.6) / 2 / 50, 10);
  });
});

describe('nameLimit', () => {
  it.each([
    [{ idle: 0.05 }, 2, /the machine's CPU/u],
    [{ idle: 0.9, threads: 0.97 }, 1, /the 1 threads that moderate/u],
    [{ idle: 0.9, threads: 0.5, byProcess: { relay: 0.95, worker: 0.5 } }, 1, /the process relay/u],
    [{ idle: 0.9, threads: 0.5, byProcess: { relay: 0.2, worker: 0.5 } }, 1, /the desk waits/u],
  ])('of %j', (use, threads, sentence) => {
    expect(nameLimit({ ...cpu, ...use }, threads)).toMatch(sentence);
  });
});
