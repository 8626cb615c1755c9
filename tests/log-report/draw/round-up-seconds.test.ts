import { describe, expect, it } from 'vitest';
import { roundUpSeconds } from '../../../src/log-report/draw/round-up-seconds.ts';

describe('roundUpSeconds', () => {
  it.each([
    [31, 60],
    [60, 60],
    [61, 120],
    [350, 360],
    [361, 600],
    [3601, 7200],
    [86_400, 86_400],
  ])('ends the scale of %d s at %d s', (seconds, end) => {
    expect(roundUpSeconds(seconds)).toBe(end);
  });

  it.each([0.2, 30, 86_401])('leaves %d s to tens', (seconds) => {
    expect(roundUpSeconds(seconds)).toBeUndefined();
  });
});
