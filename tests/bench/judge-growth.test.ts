import { describe, expect, it } from 'vitest';
import { keepBest, listSteps } from '../../bench/run/growth/judge-growth.ts';
import { listFailures } from '../../bench/run/list-failures.ts';
import { plantGrowth, plantSize } from './planted-growth.ts';

describe('listSteps', () => {
  it('compares each size with the one that is ten times larger, half powers of ten too', () => {
    const sizes = [1000, 3160, 10_000, 31_600].map((size) => plantSize({ size, best: size / 100 }));
    expect(listSteps(sizes)).toEqual([
      { format: 'text', from: 1000, to: 10_000, factor: 1 },
      { format: 'text', from: 3160, to: 31_600, factor: 1 },
    ]);
  });

  it('counts in proportion to the lengths that the articles came to', () => {
    const sizes = [plantSize({ size: 1000, length: 2000, best: 10 }), plantSize({ size: 10_000, length: 10_000, best: 100 })];
    expect(listSteps(sizes)[0]?.factor).toBe(2);
  });

  it('takes no step to an article that was not read, or of another format', () => {
    const small = plantSize({ best: 10 });
    expect(listSteps([small, plantSize({ size: 10_000, best: 1, textLength: 0 })])).toEqual([]);
    expect(listSteps([small, plantSize({ size: 10_000, best: 1, format: 'html' })])).toEqual([]);
  });
});

describe('keepBest', () => {
  it('keeps the better of two measurements of the same article', () => {
    const before = [plantSize({ best: 10 }), plantSize({ best: 10, format: 'html' })];
    const again = [plantSize({ best: 5 }), plantSize({ best: 20, format: 'html' })];
    expect(keepBest(before, again).map(({ best }) => best)).toEqual([5, 10]);
  });
});

describe('listFailures', () => {
  it('names what was not read, which no step tells of', () => {
    const sizes = [plantSize({ best: 10 }), plantSize({ size: 10_000, best: 1, textLength: 0 })];
    expect(listFailures({ growth: plantGrowth(sizes) })).toEqual([
      'text of 10 KB is too large to be read: nothing tells how it would grow',
    ]);
  });

  it('names the step that is not linear, and none that is', () => {
    const linear = [plantSize({ best: 10 }), plantSize({ size: 10_000, best: 110 })];
    const squared = [plantSize({ best: 10 }), plantSize({ size: 10_000, best: 1000 })];
    expect(listFailures({ growth: plantGrowth(linear) })).toEqual([]);
    expect(listFailures({ growth: plantGrowth(squared) })).toEqual([
      'text from 1 KB to 10 KB takes 10.00 times the time that would be linear',
    ]);
  });
});
