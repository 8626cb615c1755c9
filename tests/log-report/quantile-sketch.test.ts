import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuantileSketch } from '../../src/log-report/quantile-sketch.ts';

const values = fc.array(fc.oneof(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true })), {
  minLength: 1,
  maxLength: 400,
});
const fill = (numbers: readonly number[]): QuantileSketch => {
  const sketch = new QuantileSketch();
  for (const number of numbers) sketch.add(number);
  return sketch;
};

describe('QuantileSketch', () => {
  it('tells every quantile within 1 % of the value of its rank', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, share) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
        const told = fill(numbers).quantile(share) ?? Number.NaN;
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.0100001 + 1e-6);
      }),
    );
  });

  it('says the same in any order and when it is put together of parts', () => {
    fc.assert(
      fc.property(values, fc.nat(), (numbers, cut) => {
        const at = cut % numbers.length;
        const merged = fill(numbers.slice(at));
        merged.merge(fill(numbers.slice(0, at)));
        expect(merged.toQuantiles()).toEqual(fill(numbers).toQuantiles());
        expect(fill([...numbers].reverse()).toQuantiles()).toEqual(fill(numbers).toQuantiles());
      }),
    );
  });

  it.each([
    ['nothing', [], null],
    ['one value', [3], { count: 1, min: 3, p50: 3, p95: 3, p99: 3, max: 3 }],
    ['zeros', [0, 0], { count: 2, min: 0, p50: 0, p95: 0, p99: 0, max: 0 }],
  ])('tells of %s', (_, numbers, told) => {
    expect(fill(numbers).toQuantiles()).toEqual(told);
  });

  it('stands values without measure', () => {
    const told = fill([Number.MAX_VALUE, 1e300, 5e-324]).toQuantiles();
    expect(told).toMatchObject({ count: 3, max: Number.MAX_VALUE });
    expect(Number.isFinite(told?.p50)).toBe(true);
  });
});
