import { describe, expect, it } from 'vitest';
import { judgeBase } from '../../bench/run/base/judge-base.ts';

const pair = (base: number, tree: number) => ({ base: [base, base, base * 10], tree: [tree * 10, tree, tree] });

describe('judgeBase', () => {
  it.each([
    { tree: 0.3, isSlower: false },
    { tree: 0.344, isSlower: false },
    { tree: 0.346, isSlower: true },
    { tree: 0.6, isSlower: true },
    { tree: 0.1, isSlower: false },
  ])('of a ratio of .3 before and $tree now: slower $isSlower', ({ tree, isSlower }) => {
    const verdict = judgeBase([pair(0.3, tree)]);
    expect(verdict.slowdown).toBeCloseTo(tree / 0.3, 10);
    expect(verdict.isSlower).toBe(isSlower);
  });

  it('compares those that ran side by side: a machine that is slow for a while changes nothing', () => {
    expect(judgeBase([pair(0.3, 0.31), pair(0.9, 0.93), pair(0.3, 0.31)]).slowdown).toBeCloseTo(0.31 / 0.3, 10);
  });

  it('lets one bad pair of three pass, and not two', () => {
    expect(judgeBase([pair(0.3, 0.3), pair(0.3, 0.9), pair(0.3, 0.3)]).isSlower).toBe(false);
    expect(judgeBase([pair(0.3, 0.9), pair(0.3, 0.9), pair(0.3, 0.3)]).isSlower).toBe(true);
  });

  it('fails what could not be measured', () => {
    expect(judgeBase([]).isSlower).toBe(true);
    expect(judgeBase([{ base: [], tree: [0.3] }]).isSlower).toBe(true);
  });
});
