import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

const words = (text: string) => {
  const table = tokenize(text);
  return Array.from({ length: table.count }, (_, row) => text.slice(table.starts[row], table.ends[row]));
};
const hashes = (text: string) => [...tokenize(text).hashes.subarray(0, tokenize(text).count)];

describe('tokenize', () => {
  it.each([
    ['plain words', 'The tide turned.', ['The', 'tide', 'turned']],
    ['apostrophes inside words', "Merrow’s crews didn't", ['Merrow’s', 'crews', "didn't"]],
    ['hyphens split', 'well-known', ['well', 'known']],
    ['numbers with joints', '1,500.75 crowns', ['1,500.75', 'crowns']],
    ['symbols that carry meaning', '0% off $5', ['0', '%', 'off', '$', '5']],
    ['mixed letters and digits', 'a7Gk 3rd', ['a7Gk', '3rd']],
    ['unspaced scripts by character', '港口关闭', ['港', '口', '关', '闭']],
    ['combining marks stay with their letter', 'cafe\u0301 x', ['cafe\u0301', 'x']],
    ['emoji are no words', '🔥 hot 🔥', ['hot']],
    ['letters beyond the BMP', '𝒜𝒷 c', ['𝒜𝒷', 'c']],
    ['nothing', ' \n\u0000', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['case', 'HARBOUR', 'harbour'],
    ['apostrophes', 'Merrow’s', 'Merrows'],
    ['width', 'ｈａｒｂｏｕｒ', 'harbour'],
    ['zero-width characters', 'har\u200bbour', 'harbour'],
    ['soft hyphens', 'har\u00adbour', 'harbour'],
  ])('hashes alike whatever the %s', (_, a, b) => {
    expect(hashes(a)).toEqual(hashes(b));
  });

  it('gives ascending, disjoint tokens for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { count, starts, ends } = tokenize(text);
        let at = 0;
        for (let row = 0; row < count; row++) {
          expect(starts[row]).toBeGreaterThanOrEqual(at);
          expect(ends[row]).toBeGreaterThan(starts[row] ?? 0);
          at = ends[row] ?? 0;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
