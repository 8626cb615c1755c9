import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../../src/index.ts';
import { parse } from '../../../../src/moderation/parse/parse.ts';
import { measureSignals } from '../../../../src/moderation/score/measure-signals.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { arbitraryArticleText } from '../../../properties/arbitrary-article.ts';
import { measureText } from './measure-text.ts';

const ruleset = loadRuleset();
const COUNTS =
  /^(?:words|blocks|gopher\.(?:words|mean_word_length|stop_words|.*_per_word)|c4\.(?:curly|longest|lorem|sentences).*|.*per_word)$/;

describe('removed_share', () => {
  it.each([
    // 40 characters received, 30 left: 10 of 40.
    ['a quarter', 'x'.repeat(40), 'x'.repeat(30), 0.25],
    ['nothing', 'abc', 'abc', 0],
    ['all', 'abc', '', 1],
    // Replaced characters may be longer than what was there: that is no removal.
    ['less than nothing', 'abc', 'abcd', 0],
    ['of an empty text', '', '', 0],
  ])('is %s', (_, received, cleaned, share) => {
    const parsed = (text: string) => parse(text, { id: 'a', text });
    expect(measureSignals(parsed(received), parsed(cleaned), ruleset.signals).removed_share).toBe(share);
  });
});

describe('signals of a result', () => {
  it('are those of its cleaned text', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const { text: cleaned, quality } = moderate({ id: 'a', text }, { ruleset });
        expect({ ...quality.signals, removed_share: 0 }).toEqual(measureText(cleaned));
      }),
      { numRuns: 100 },
    );
  });

  it('are finite and not negative, and shares are no more than 1', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        for (const [name, value] of Object.entries(measureText(text))) {
          expect(value, name).toBeGreaterThanOrEqual(0);
          expect(value, name).toBeLessThanOrEqual(COUNTS.test(name) ? Number.MAX_SAFE_INTEGER : 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one line', 'The council met at noon. '.repeat(40_000)],
    ['short lines', 'word\n\n'.repeat(100_000)],
    ['full stops', '.'.repeat(1_000_000)],
    ['full stops apart', '. '.repeat(500_000)],
    ['closing quotes', `${'”'.repeat(1_000_000)}`],
    ['a phrase again and again', 'privacy policy '.repeat(60_000)],
    ['counters', '3 likes\n\n'.repeat(80_000)],
  ])('take little time on a long text of %s', (_, text) => {
    expect(cpuSeconds(() => measureText(text))).toBeLessThan(4);
  });
});
