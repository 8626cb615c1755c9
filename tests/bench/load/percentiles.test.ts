import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPercentiles } from '../../../bench/load/percentiles.ts';

describe('toPercentiles', () => {
  it('takes values of the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(toPercentiles(hundred)).toEqual({ count: 100, p50: 50, p90: 90, p99: 99, most: 100 });
    expect(toPercentiles([7])).toEqual({ count: 1, p50: 7, p90: 7, p99: 7, most: 7 });
    expect(toPercentiles([])).toBeNull();
  });

  it('leaves so many values above, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
        const found = toPercentiles(values);
        for (const [share, value] of [
          [0.5, found?.p50],
          [0.9, found?.p90],
          [0.99, found?.p99],
        ] as const) {
          expect(values).toContain(value);
          expect(values.filter((one) => one > (value ?? 0)).length).toBeLessThanOrEqual(values.length * (1 - share) + 1e-9);
        }
      }),
    );
  });
});
