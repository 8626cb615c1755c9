import { describe, expect, it } from 'vitest';
import { isSameList } from '../../../src/moderation/text/is-same-list.ts';

const FIELDS = ['start', 'end'] as const;
const span = (start: number, end: number, more = 0) => ({ start, end, more });

describe('isSameList', () => {
  it.each([
    ['equal rows', [span(1, 2), span(3, 4)], [span(1, 2), span(3, 4)], true],
    ['rows that differ in fields that are not named', [span(1, 2, 1)], [span(1, 2, 2)], true],
    ['rows that differ', [span(1, 2), span(3, 4)], [span(1, 2), span(3, 5)], false],
    ['a longer list', [span(1, 2)], [span(1, 2), span(3, 4)], false],
    ['a shorter list', [span(1, 2), span(3, 4)], [span(1, 2)], false],
    ['empty lists', [], [], true],
    ['no lists', undefined, undefined, true],
    ['no list and an empty one', undefined, [], false],
    ['an empty list and none', [], undefined, false],
  ] as const)('of %s', (_, a, b, expected) => {
    expect(isSameList(a, b, FIELDS)).toBe(expected);
  });
});
