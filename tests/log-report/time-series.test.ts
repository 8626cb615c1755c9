import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeSeries } from '../../src/log-report/time-series.ts';

const fill = (times: readonly number[]): TimeSeries => {
  const series = new TimeSeries();
  for (const time of times) series.at(time).received++;
  return series;
};
const summarise = (series: TimeSeries) => {
  const { bucketSeconds, buckets } = series.read();
  return { bucketSeconds, buckets: buckets.map(([start, { received }]) => [start, received]) };
};

describe('TimeSeries', () => {
  it('counts everything once, in the bucket of its time, in any order', () => {
    const times = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 2e8 }), { minLength: 1, maxLength: 3000 }),
      fc.array(fc.integer({ min: -6e13, max: 2.5e14 }), { minLength: 1, maxLength: 3000 }),
    );
    fc.assert(
      fc.property(times, (list) => {
        const told = summarise(fill(list));
        const { far, buckets } = fill(list).read();
        // Nobody is left out of many but a few at the ends.
        expect(far).toBeLessThanOrEqual(Math.max(4, 0.002 * list.length));
        expect(buckets.reduce((sum, [, { received }]) => sum + received, 0)).toBe(list.length - far);
        const [first, last] = [told.buckets[0]?.[0] ?? 0, told.buckets.at(-1)?.[0] ?? 0];
        const near = list.filter((time) => time >= first && time < last + told.bucketSeconds * 1000);
        expect(near).toHaveLength(list.length - far);
        const expected = new Map<number, number>();
        for (const time of near) {
          const start = Math.floor(time / 1000 / told.bucketSeconds) * told.bucketSeconds * 1000;
          expected.set(start, (expected.get(start) ?? 0) + 1);
        }
        expect(told.buckets).toEqual([...expected].sort(([a], [b]) => a - b));
        expect(summarise(fill([...list].reverse()))).toEqual(told);
      }),
      { numRuns: 50 },
    );
  });

  it('does not let one wrong clock make one bar of all others', () => {
    const now = Date.UTC(2026, 10, 26);
    const hour = Array.from({ length: 5000 }, (_, at) => now + at * 720);
    const right = summarise(fill(hour));
    for (const wrong of [Date.UTC(2001, 0, 1), Date.UTC(2096, 0, 1), now - 3 * 86_400_000]) {
      expect(summarise(fill([...hour, wrong]))).toEqual(right);
      expect(fill([...hour, wrong]).read().far).toBe(1);
    }
    // Ten of five thousand are more than a few, and a line of the same day is none far off.
    expect(fill([...hour, ...Array.from({ length: 10 }, () => Date.UTC(2001, 0, 1))]).read().far).toBe(0);
    expect(fill([...hour, now + 80_000_000]).read().far).toBe(0);
    expect(fill([now, now + 9e9, now + 9e10]).read().far).toBe(0);
  });

  it.each([
    ['an hour', 3600, 60],
    ['a day', 86_400, 900],
    ['a week', 7 * 86_400, 7200],
    ['a year', 366 * 86_400, 604_800],
  ])('shows %s in buckets of its own size', (_, length, width) => {
    expect(fill([0, length * 1000]).read().bucketSeconds).toBe(width);
  });

  it('holds no more buckets than it may', () => {
    const series = fill(Array.from({ length: 40_000 }, (_, minute) => minute * 60_000));
    expect(series.read().buckets.length).toBeLessThanOrEqual(120);
    expect(series.read().buckets.reduce((sum, [, { received }]) => sum + received, 0)).toBe(40_000);
  });
});
