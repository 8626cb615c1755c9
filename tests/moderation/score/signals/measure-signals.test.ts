import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../../src/index.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { arbitraryArticleText } from '../../../properties/arbitrary-article.ts';
import { measureText } from './measure-text.ts';

const ruleset = loadRuleset();
const COUNTS =
  /^(?:words|blocks|gopher\.(?:words|mean_word_length|stop_words|.*_per_word)|c4\.(?:curly|longest|lorem|sentences).*|.*per_word)$/;

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
