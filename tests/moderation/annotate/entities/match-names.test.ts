import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames } from '../../../../src/moderation/annotate/entities/match-names.ts';
import { NAME_CLASS, type NameClass } from '../../../../src/moderation/annotate/entities/name-class.ts';

describe('names of several words', () => {
  it.each<[words: string, at: number, to: number, known: NameClass]>([
    ['Flights to New York City resumed', 2, 5, 'city'],
    ['The New York Times reported', 1, 4, 'media'],
    ['Guinea Bissau voted', 0, 2, 'country'],
    ['St. Louis won', 0, 2, 'city'],
  ])('of %j', (text, at, to, known) => {
    const match = matchNames(text.split(' ')).find(({ from }) => from === at);
    expect([match?.to, ((match?.mask ?? 0) & NAME_CLASS[known]) !== 0]).toEqual([to, true]);
  });

  it('lie within the words, one at most at each', () => {
    const words = fc.array(fc.constantFrom('New', 'York', 'City', 'of', 'the', 'United', 'States', 'bank', '', '?'));
    fc.assert(
      fc.property(words, (list) => {
        const matches = matchNames(list);
        expect(matches.every(({ from, to, mask }) => from < to && to <= list.length && mask > 0)).toBe(true);
        expect(new Set(matches.map(({ from }) => from)).size).toBe(matches.length);
      }),
    );
  });
});
