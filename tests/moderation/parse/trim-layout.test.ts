import { describe, expect, it } from 'vitest';
import { trimLayout } from '../../../src/moderation/parse/trim-layout.ts';

const trim = (text: string, ...spans: readonly (readonly [number, number])[]) =>
  trimLayout(
    text,
    spans.map(([start, end]) => ({ start, end, kind: 'paragraph' })),
  ).map(({ start, end }) => text.slice(start, end));

describe('trimLayout', () => {
  it.each<[what: string, text: string, spans: readonly (readonly [number, number])[], blocks: readonly string[]]>([
    ['leaves what has no white space at its ends', 'one two', [[0, 7]], ['one two']],
    ['cuts it off', ' \tone\n\u00a0', [[0, 7]], ['one']],
    [
      'drops a block of nothing else',
      'one   two',
      [
        [0, 3],
        [3, 6],
        [6, 9],
      ],
      ['one', 'two'],
    ],
    [
      'drops an empty block',
      'one',
      [
        [0, 3],
        [3, 3],
      ],
      ['one'],
    ],
  ])('%s', (_, text, spans, blocks) => {
    expect(trim(text, ...spans)).toEqual(blocks);
  });

  it('keeps the kind, and of code the white space before its first line', () => {
    expect(trimLayout(' x ', [{ start: 0, end: 3, kind: 'quote' }])).toEqual([{ start: 1, end: 2, kind: 'quote' }]);
    expect(trimLayout(' x ', [{ start: 0, end: 3, kind: 'code' }])).toEqual([{ start: 0, end: 2, kind: 'code' }]);
  });
});
