import { describe, expect, it } from 'vitest';
import { isUpheld } from '../../web/src/model/is-upheld.ts';

/** Instead of digits of SHA-256. */
const [SAME, OTHER] = ['before', 'since'];

describe('whether a decision upholds an appeal', () => {
  it.each([
    ['accepted', 'the same result', SAME, 'accepted', false],
    ['accepted', 'the same result', SAME, 'rejected', true],
    ['accepted', 'an amended one', OTHER, 'accepted', true],
    ['accepted', 'an amended one', OTHER, 'rejected', true],
    ['rejected', 'the same result', SAME, 'rejected', false],
    ['rejected', 'the same result', SAME, 'accepted', true],
    ['rejected', 'an amended one', OTHER, 'rejected', true],
    ['rejected', 'an amended one', OTHER, 'accepted', true],
  ] as const)('against one that says %s, on %s (%s): %s is %s', (before, _, resultSha256, decision, expected) => {
    expect(isUpheld({ against: { decision: before, result: SAME }, resultSha256 }, decision)).toBe(expected);
  });
});
