import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../src/evaluation/compare-figures.ts';
import { countJudged } from '../../src/evaluation/count-judged.ts';
import { divide } from '../../src/evaluation/divide.ts';
import { isHeadingLike } from '../../src/evaluation/is-heading-like.ts';
import { isLost } from '../../src/evaluation/is-lost.ts';
import { measureLoss } from '../../src/evaluation/measure-loss.ts';
import { scoreCounts } from '../../src/evaluation/score-counts.ts';

describe('scoreCounts', () => {
  it('gives precision, recall and F1', () => {
    expect(scoreCounts({ tp: 3, fp: 1, fn: 2 })).toEqual({ tp: 3, fp: 1, fn: 2, precision: 0.75, recall: 0.6, f1: 0.666667 });
  });

  it('has no share of nothing', () => {
    expect(scoreCounts({ tp: 0, fp: 0, fn: 0 })).toMatchObject({ precision: null, recall: null, f1: null });
    expect(scoreCounts({ tp: 0, fp: 0, fn: 4 })).toMatchObject({ precision: null, recall: 0, f1: 0 });
    expect(divide(1, 0)).toBeNull();
  });
});

describe('countJudged', () => {
  it('counts hits, false alarms and misses, and nothing for what is rightly left alone', () => {
    const items = [
      { isNoise: true, isFound: true },
      { isNoise: true, isFound: false },
      { isNoise: true, isFound: false },
      { isNoise: false, isFound: true },
      { isNoise: false, isFound: false },
    ];
    expect(countJudged(items)).toEqual({ tp: 1, fp: 1, fn: 2 });
  });
});

describe('compareFigures', () => {
  it('subtracts what both runs have', () => {
    const now = { lines: { ours: { tp: 5, f1: 0.9, precision: null }, added: { tp: 1 } }, fresh: { row: { tp: 2 } } };
    const before = { lines: { ours: { tp: 7, f1: 0.7 }, gone: { tp: 9 } } };
    expect(compareFigures(now, before)).toEqual({
      lines: { ours: { tp: -2, f1: 0.2, precision: null }, added: { tp: null } },
      fresh: { row: { tp: null } },
    });
  });
});

describe('measureLoss', () => {
  it('counts what edits take out, without white space, and no repair', () => {
    const edits = [
      { start: 3, end: 7, replacement: '\n\n' },
      { start: 8, end: 10, replacement: 'x' },
    ];
    const lossOf = measureLoss('ab cd ef ghi', edits);
    expect(lossOf({ start: 0, end: 12 })).toEqual({ characters: 9, lost: 3 });
    expect(lossOf({ start: 3, end: 5 })).toEqual({ characters: 2, lost: 2 });
    expect(lossOf({ start: 6, end: 8 })).toEqual({ characters: 2, lost: 1 });
    expect(lossOf({ start: 9, end: 12 })).toEqual({ characters: 3, lost: 0 });
  });

  it('calls half of a text lost, and an empty one never', () => {
    expect([isLost({ characters: 4, lost: 2 }), isLost({ characters: 5, lost: 2 }), isLost({ characters: 0, lost: 0 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('isHeadingLike', () => {
  it.each([
    ['What the pilots want', true],
    ['The pilots want a new buoy.', false],
    ['One two three four five six seven eight nine ten eleven twelve thirteen', false],
  ])('%s: %s', (text, expected) => {
    expect(isHeadingLike(text)).toBe(expected);
  });
});
