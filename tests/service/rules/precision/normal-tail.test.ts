import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTail } from '../../../../src/service/rules/precision/normal-tail.ts';

describe('the tail of the normal distribution', () => {
  // Tables of any textbook: quantiles of round probabilities.
  it.each([
    [0, 0.5],
    [1, 0.15865525393],
    [1.6448536269515, 0.05],
    [1.9599639845401, 0.025],
    [2.5758293035489, 0.005],
    [2.9999999999, 0.00134989803],
    [3, 0.00134989803],
    [3.2905267314919, 0.0005],
    [4.8916384756986, 5e-7],
    [6.1094102048055, 5e-10],
  ])('above %d is %d', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 8);
  });

  it('falls, also where the way of reckoning changes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (z, more) => {
        expect(normalTail(z + more)).toBeLessThan(normalTail(z));
        expect(normalTail(z + more)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
