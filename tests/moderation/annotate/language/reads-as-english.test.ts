import { describe, expect, it } from 'vitest';
import { readsAsEnglish } from '../../../../src/moderation/annotate/language/reads-as-english.ts';

const LONG = 'Der Hafenrat trat am Mittag zusammen, um zu hören, was die Lotsen wollten, und die meisten blieben bis zum Abend.';

describe('readsAsEnglish', () => {
  it.each([
    ['English', { code: 'en', confidence: 0.3 }, LONG, true],
    ['nothing to tell from', { code: 'und', confidence: 0 }, '12', true],
    ['another language, surely', { code: 'de', confidence: 0.8 }, LONG, false],
    ['another language, hardly', { code: 'de', confidence: 0.5 }, LONG, true],
    ['a few words', { code: 'de', confidence: 0.8 }, 'Oskar Venn, Aldane', true],
    ['a few words in another script', { code: 'ru', confidence: 0.5 }, 'Совет порта', false],
  ])('%s', (_, language, text, is) => {
    expect(readsAsEnglish(language, text)).toBe(is);
  });
});
