import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { alignWords } from '../../../src/moderation/text/align-words.ts';
import { describeDifference } from '../../../src/moderation/text/describe-difference.ts';

function differ(earlier: string, later: string): string {
  const text = `${earlier}\n\n${later}`;
  const document = parse(text, { id: 'a', text });
  const row = document.tokens.starts.findIndex((start) => start >= earlier.length);
  return describeDifference(
    document,
    alignWords(document.tokens, { from: 0, to: row }, { from: row, to: document.tokens.count }),
  );
}

const LONG = 'The crews of nine tugs waited all morning for the coal that a barge had failed to bring to the quay.';

describe('describeDifference', () => {
  it.each([
    [LONG, LONG.replace('morning', 'night'), '… tugs waited all [-morning-] {+night+} for the coal …'],
    [LONG, `${LONG} It came at last.`, '… to the quay {+It came at last+}'],
    [`Late news: ${LONG}`, LONG, '[-Late news-] The crews of …'],
    [LONG, LONG.toUpperCase(), 'no word differs'],
  ])('of %j and %j', (earlier, later, expected) => {
    expect(differ(earlier, later)).toBe(expected);
  });

  it('stays short, on one line, and never splits a pair of surrogates', () => {
    const word = fc.constantFrom('tide', '𐐷𐐷𐐷𐐷', 'quay\u2028side', 'x'.repeat(300), 'mast');
    const words = fc.array(word, { minLength: 1, maxLength: 120 }).map((drawn) => drawn.join(' '));
    fc.assert(
      fc.property(words, words, (earlier, later) => {
        const text = differ(earlier, later);
        expect(text.length).toBeLessThan(700);
        expect(text).not.toMatch(/[\r\n\u2028]/u);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});
