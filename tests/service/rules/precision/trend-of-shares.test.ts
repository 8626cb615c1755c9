import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOfShares } from '../../../../src/service/rules/precision/trend-of-shares.ts';

const toShares = (hits: readonly number[], counts: readonly number[]) =>
  hits.map((one, at) => ({ hits: one, count: counts[at] ?? 0 }));

describe('the trend of shares', () => {
  // By hand; the p-value is erfc(sqrt(x / 2)) of Python's `math`.
  it.each([
    // N 300, R 60, sum of r t 80, of n t 300, of n t² 500: 300 · (300 · 80 - 60 · 300)² / (60 · 240 · (300 · 500 - 300²)) = 12.5.
    [[10, 20, 30], [100, 100, 100], 0.000406952017],
    [[30, 20, 10], [100, 100, 100], 0.000406952017],
    [[20, 20, 20], [100, 100, 100], 1],
    // The second says nothing: 300 · (300 · 130 - 60 · 500)² / (60 · 240 · (300 · 1300 - 500²)) = 12.0536.
    [[10, 0, 20, 30], [100, 0, 100, 100], 0.000516932475],
  ])('of %j in %j has p = %d', (hits, counts, p) => {
    expect(trendOfShares(toShares(hits, counts))).toBeCloseTo(p, 10);
  });

  it.each([
    ['two stretches', [10, 30], [100, 100]],
    ['few hits', [1, 3, 5], [100, 100, 100]],
    ['few without one', [99, 97, 95], [100, 100, 100]],
    ['nothing', [0, 0, 0], [0, 0, 0]],
  ])('is not told of %s', (_, hits, counts) => {
    expect(trendOfShares(toShares(hits, counts))).toBeUndefined();
  });

  it('is the same the other way round, and of what has no hit', () => {
    const share = fc.tuple(fc.nat(50), fc.nat(50)).map(([hits, rest]) => ({ hits, count: hits + rest }));
    fc.assert(
      fc.property(fc.array(share, { maxLength: 8 }), (shares) => {
        const p = trendOfShares(shares);
        const others = [shares.toReversed(), shares.map(({ hits, count }) => ({ hits: count - hits, count }))].map(trendOfShares);
        if (p === undefined) expect(others).toEqual([undefined, undefined]);
        else for (const other of others) expect(other).toBeCloseTo(p, 9);
      }),
    );
  });
});
