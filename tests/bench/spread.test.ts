import { describe, expect, it } from 'vitest';
import { quantile, toRatios, toSpread } from '../../bench/measuring/spread.ts';

describe('quantile', () => {
  it.each([
    { values: [3, 1, 2], share: 0.5, expected: 2 },
    { values: [4, 1, 3, 2], share: 0.5, expected: 2.5 },
    { values: [0, 10], share: 0.25, expected: 2.5 },
    { values: [7], share: 0.9, expected: 7 },
    { values: [1, 2, 3, 4, 5], share: 1, expected: 5 },
    { values: [10, 9, 100], share: 0, expected: 9 },
  ])('$share of $values is $expected', ({ values, share, expected }) => {
    expect(quantile(values, share)).toBe(expected);
  });

  it('is no number where there are none', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('toSpread', () => {
  it('gives median, quartiles and rounds, and leaves the values as they are', () => {
    const values = [5, 1, 4, 2, 3];
    expect(toSpread(values)).toEqual({ median: 3, lowerQuartile: 2, upperQuartile: 4, rounds: 5 });
    expect(values).toEqual([5, 1, 4, 2, 3]);
  });
});

describe('toRatios', () => {
  it('divides round by round, so that a round in which all were slow changes nothing', () => {
    expect(toRatios([1, 10, 2], [4, 40, 8])).toEqual([0.25, 0.25, 0.25]);
  });
});
