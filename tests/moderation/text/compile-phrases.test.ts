import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../../src/moderation/text/compile-phrases.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

function find(phrases: readonly string[], text: string): readonly string[] {
  const tokens = tokenize(text);
  const matches = compilePhrases(phrases)(tokens, 0, tokens.count);
  return matches.map((match) => `${match.phrase}:${text.slice(tokens.starts[match.from], tokens.ends[match.to - 1])}`);
}

describe('compilePhrases', () => {
  it.each([
    ['a plain phrase', ['view all'], 'Then VIEW all!', ['0:VIEW all']],
    ['a number', ['{number}% off'], 'Get 20% off', ['0:20% off']],
    ['a word', ['join our {word} channel'], 'join our Pigeon channel', ['0:join our Pigeon channel']],
    ['overlapping phrases', ['fee', 'fee discount'], 'a fee discount', ['0:fee', '1:fee discount']],
    ['no match across other words', ['fee discount'], 'fee or discount', []],
    ['a leading word', ['{word} free spins'], 'Get 50 free spins', ['0:50 free spins']],
    ['a leading number', ['{number}% off'], '7 or 20% off', ['0:20% off']],
    ['two placeholders', ['{word} {number}'], 'pier 9', ['0:pier 9']],
    ['nothing past the end', ['fee discount'], 'a fee', []],
    ['look-alike widths', ['view all'], 'Ｖｉｅｗ ａｌｌ', ['0:Ｖｉｅｗ ａｌｌ']],
  ])('finds %s', (_, phrases, text, expected) => {
    expect(find(phrases, text)).toEqual(expected);
  });

  it('finds what a search word by word finds', () => {
    const words = fc.constantFrom('fee', 'off', 'code', '7', '20', '%');
    const part = fc.constantFrom('fee', 'off', 'code', '{number}', '{word}');
    const phrase = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.array(words, { maxLength: 12 }), (phrases, texts) => {
        const text = texts.join(' ');
        const tokens = tokenize(text);
        const fits = (wanted: string, row: number): boolean => {
          const found = text.slice(tokens.starts[row], tokens.ends[row]);
          if (wanted === '{number}') return /^\d/u.test(found);
          return wanted === '{word}' ? found !== '%' : wanted === found;
        };
        const expected = phrases.flatMap((each, index) => {
          const parts = each.split(' ');
          const rows = Array.from({ length: Math.max(0, tokens.count - parts.length + 1) }, (_, row) => row);
          const hits = rows.filter((row) => parts.every((wanted, at) => fits(wanted, row + at)));
          return hits.map((row) => `${index}:${text.slice(tokens.starts[row], tokens.ends[row + parts.length - 1])}`);
        });
        expect([...find(phrases, text)].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('refuses a phrase without a word and an unknown placeholder', () => {
    expect(() => compilePhrases(['!!'])).toThrow(/holds no word/);
    expect(() => compilePhrases(['{colour} sale'])).toThrow(/unknown placeholder \{colour\}/);
  });
});
