import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../../src/moderation/text/compile-phrases.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';
import { expandPhrase } from '../../../src/rules/learned/expand-phrase.ts';
import { measureGrowth } from '../../measure-growth.ts';

function matches(text: string, sentence: string): boolean {
  const tokens = tokenize(sentence);
  return compilePhrases(expandPhrase(text, 'anywhere'))(tokens, 0, tokens.count).length > 0;
}

describe('the text of a learned rule becomes phrases', () => {
  it.each([
    ['cheap kettles today', 'Cheap  KETTLES, today!', true],
    ['cheap kettles today', 'cheap kettles tomorrow', false],
    ['{number}% off kettles', '30% off kettles', true],
    ['{number}% off kettles', 'thirty off kettles', false],
    ['says {name} of quay street', 'says Odile of Quay Street', true],
    ['says {name} of quay street', 'says Odile van Harnwick of Quay Street', true],
    ['says {name} of quay street', 'says Odile van der Harnwick of Quay Street', false],
    ['buy at {url} now', 'Buy at https://shop.example/lamps/7 now', true],
    ['buy at {url} now', 'buy at shop.example now', true],
    ['buy at {url} now', 'buy at once, now', false],
    ['with code {word} today', 'with code SPRING20 today', true],
  ])('%s in "%s": %s', (text, sentence, isFound) => {
    expect(matches(text, sentence)).toBe(isFound);
  });

  it.each([
    ['{word} kettles for sale', 'begins with what fits any word'],
    ['{url} has cheap kettles', 'begins with what fits any word'],
    ['{number} {word}', 'fewer than 2 words'],
    ['kettles', 'fewer than 2 words'],
    ['kettles {anything} here', 'unknown placeholder'],
    ['kettles {Word} here', 'unknown placeholder'],
    ['kettles { here', 'brace'],
    ['kettles at {url} or {url} now', undefined],
    ['kettles at {url} or {url} or {name} now', 'more than 64 phrases'],
    ['a {word} b {word} c {word} d {word} e {word}', 'more than 4 placeholders'],
    [`kettles ${'a '.repeat(60)}`, 'more than 60 words'],
    ['', 'begins with what fits any word'],
    [' … ', 'fewer than 2 words'],
  ])('"%s": %s', (text, reason) => {
    if (reason === undefined) expect(expandPhrase(text, 'anywhere').length).toBe(49);
    else expect(() => expandPhrase(text, 'anywhere')).toThrow(reason);
  });

  it('a single word is a rule where it is the whole block', () => {
    expect(expandPhrase('reklame', 'whole')).toEqual(['reklame']);
  });

  it('gives few phrases that all compile, or a reason; nothing else', () => {
    const part = fc.oneof(
      fc.constantFrom('{number}', '{word}', '{name}', '{url}', '{', '}', '{x}', '% ', ' kettles ', ' off '),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('whole' as const, 'anywhere' as const), (parts, anchor) => {
        let phrases: readonly string[];
        try {
          phrases = expandPhrase(parts.join(''), anchor);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(phrases.length).toBeGreaterThan(0);
        expect(phrases.length).toBeLessThanOrEqual(64);
        compilePhrases(phrases);
      }),
    );
  });

  it('takes linear time on what is made to cost most', async () => {
    const texts = ['a a {url} a {url} a', 'a {word} a {word} a {word} a {word} b', '{number} a {name} a {name} a {name} b'];
    const match = compilePhrases(texts.flatMap((text) => expandPhrase(text, 'anywhere')));
    const { factor } = await measureGrowth(
      (size) => tokenize('a 1 '.repeat(size)),
      (tokens) => match(tokens, 0, tokens.count),
      [10_000, 80_000],
      (growth) => growth.factor < 3,
    );
    expect(factor).toBeLessThan(3);
  }, 60_000);
});
