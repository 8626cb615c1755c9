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
    ['look-alike widths', ['view all'], 'Ｖｉｅｗ ａｌｌ', ['0:Ｖｉｅｗ ａｌｌ']],
  ])('finds %s', (_, phrases, text, expected) => {
    expect(find(phrases, text)).toEqual(expected);
  });

  it('refuses a phrase without a word and an unknown placeholder', () => {
    expect(() => compilePhrases(['!!'])).toThrow(/holds no word/);
    expect(() => compilePhrases(['{colour} sale'])).toThrow(/unknown placeholder \{colour\}/);
  });
});
