import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForMany } from '../../../../src/service/rules/precision/adjust-for-many.ts';

describe('p-values of many', () => {
  it('are adjusted as in the paper of Benjamini and Hochberg (1995), section 3: the first four of fifteen stand', () => {
    const values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = adjustForMany(values);
    expect(adjusted.filter((q) => q <= 0.05)).toHaveLength(4);
    // 15 p / rank by hand; the sixth takes the smaller one of the eighth.
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571];
    for (const [index, q] of expected.entries()) expect(adjusted[index]).toBeCloseTo(q, 6);
    expect(adjusted.at(-1)).toBe(1);
  });

  it.each<readonly [readonly number[], readonly number[]]>([
    [[], []],
    [[0.03], [0.03]],
    [
      [0.04, 0.01],
      [0.04, 0.02],
    ],
    [
      [0.02, 0.02, 0.9],
      [0.03, 0.03, 0.9],
    ],
  ])('%j become %j', (values, adjusted) => {
    for (const [index, q] of adjustForMany(values).entries()) expect(q).toBeCloseTo(adjusted[index] ?? -1, 12);
    expect(adjustForMany(values)).toHaveLength(adjusted.length);
  });

  it('reject what the rule of the paper rejects, in any order', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 60 }), probability, (values, level) => {
        const sorted = values.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((p, index) => (p * sorted.length) / (index + 1) <= level);
        const limit = last < 0 ? -1 : (sorted[last] ?? -1);
        const adjusted = adjustForMany(values);
        for (const [index, p] of values.entries()) expect((adjusted[index] ?? 2) <= level).toBe(p <= limit);
      }),
    );
  });
});
