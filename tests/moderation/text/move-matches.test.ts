import { describe, expect, it } from 'vitest';
import { moveMatches } from '../../../src/moderation/text/move-matches.ts';

describe('moveMatches', () => {
  it('moves rows, and keeps what else a match says', () => {
    const matches = [{ phrase: 3, from: 5, to: 8 }];
    expect(moveMatches(matches, -5)).toEqual([{ phrase: 3, from: 0, to: 3 }]);
    expect(moveMatches(moveMatches(matches, 7), -7)).toEqual(matches);
  });

  it('has nothing to move in an empty list', () => {
    expect(moveMatches([], 4)).toEqual([]);
  });
});
