import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planArrivals } from '../../../bench/load/plan-arrivals.ts';
import { randomSource } from '../../../bench/texts/random-source.ts';

function drawFrom(seed: number): () => number {
  const random = randomSource(seed);
  return () => random.below(2 ** 30) / 2 ** 30;
}

describe('planArrivals', () => {
  it('rises, within the time, for any rate', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.1, max: 500, noNaN: true }), (seed, rate) => {
        const times = planArrivals(rate, 3, drawFrom(seed));
        expect(times.every((time, at) => time >= (times[at - 1] ?? 0) && time < 3000)).toBe(true);
      }),
    );
  });

  it('is as irregular as chance: counts of equal times have the variance of a Poisson process', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const counts = Array.from(new Uint32Array(1000));
        for (const time of planArrivals(20, 1000, drawFrom(seed))) {
          const second = Math.floor(time / 1000);
          counts[second] = (counts[second] ?? 0) + 1;
        }
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
        // Six standard deviations of the mean, and of the ratio of variance to mean.
        expect(Math.abs(mean - 20)).toBeLessThan(6 * Math.sqrt(20 / 1000));
        expect(Math.abs(variance / mean - 1)).toBeLessThan(6 * Math.sqrt(2 / 1000));
      }),
      { numRuns: 20 },
    );
  });
});
