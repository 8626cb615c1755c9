import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShares } from '../../../../src/service/rules/precision/compare-shares.ts';

describe('two shares', () => {
  // (N - 1)(ad - bc)² / (product of the sums), by hand; its p-value is erfc(sqrt(x / 2)) of Python's `math`.
  it.each([
    // 39 · 200² / 20⁴ = 9.75.
    [15, 20, 5, 20, 0.001793227152],
    // 199 · 1000² / (50 · 150 · 100²) = 2.6533.
    [30, 100, 20, 100, 0.103333012256],
    // 79 · 360² / (13 · 67 · 40²) = 7.3465.
    [2, 40, 11, 40, 0.006718492607],
    // 59 · 360² / (12 · 48 · 30²) = 14.75.
    [0, 30, 12, 30, 0.000122747526],
    [1, 10, 1, 10, 1],
  ])('%d of %d and %d of %d differ with p = %d', (hits, count, others, total, p) => {
    expect(compareShares({ hits, count }, { hits: others, count: total })).toBeCloseTo(p, 10);
  });

  it.each([
    [0, 0, 0, 0],
    [0, 0, 3, 10],
    [0, 50, 0, 50],
    [50, 50, 50, 50],
    // Half a case is expected on each side.
    [0, 50, 1, 50],
  ])('%d of %d and %d of %d cannot be compared', (hits, count, others, total) => {
    expect(compareShares({ hits, count }, { hits: others, count: total })).toBeUndefined();
  });

  it('say the same from both sides, and of what was left as of what was brought back', () => {
    const share = fc.tuple(fc.nat(500), fc.nat(500)).map(([hits, rest]) => ({ hits, count: hits + rest }));
    const mirror = ({ hits, count }: { hits: number; count: number }) => ({ hits: count - hits, count });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const p = compareShares(one, other);
        expect(compareShares(other, one)).toBe(p);
        const mirrored = compareShares(mirror(one), mirror(other));
        if (p === undefined) expect(mirrored).toBeUndefined();
        else {
          expect(mirrored).toBeCloseTo(p, 9);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
