import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/service/rules/wilson.ts';

describe('the interval of Wilson', () => {
  // 81 of 263, 15 of 148, 0 of 20 and 1 of 29: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine
  // 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d among %d is %d to %d', (hits, count, low, high) => {
    const interval = wilson(hits, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('says nothing without a case', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('holds the share, lies between 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), (count, some) => {
        const hits = some % (count + 1);
        const { low, high } = wilson(hits, count);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / count + 1e-9);
        expect(high).toBeGreaterThanOrEqual(hits / count - 1e-9);
        expect(wilson(count - hits, count).low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});
