import { describe, expect, it } from 'vitest';
import { thresholdStep } from '../../src/rules/threshold-step.ts';

describe('thresholdStep', () => {
  it.each([
    [8, undefined, 1],
    [0, undefined, 1],
    [0.8, undefined, 0.05],
    [0.25, undefined, 0.05],
    [0.9, undefined, 0.01],
    [0.99, undefined, 0.01],
    [0.05, undefined, 0.01],
    [1000, 100, 100],
  ])('of %d with a step of %s is %d', (value, step, expected) => {
    expect(thresholdStep({ value, step })).toBe(expected);
  });
});
