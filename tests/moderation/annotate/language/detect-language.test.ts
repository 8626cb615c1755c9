import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src/moderation/annotate/language/detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed.'],
    ['de', 'Der Hafenrat trat am Mittag zusammen, um zu hören, was die Lotsen wollten, und die meisten blieben.'],
    ['fr', 'Le conseil du port s’est réuni à midi pour entendre ce que voulaient les pilotes, et la plupart sont restés.'],
    ['ru', 'Совет порта собрался в полдень, чтобы услышать, чего хотят лоцманы, и большинство осталось.'],
    ['und', ''],
    ['und', '12 34 --'],
    ['und', 'Tide'],
  ])('%s', (code, text) => {
    const language = detectLanguage(text);
    expect(language.code).toBe(code);
    expect(language.confidence).toBeGreaterThanOrEqual(0);
    expect(language.confidence).toBeLessThanOrEqual(1);
    expect(language).toEqual(detectLanguage(text));
  });
});

describe('a declared language', () => {
  it.each([
    ['nl', 'Havenraad', 'nl'],
    // It does not read like English at all.
    ['en', 'Havenraad', 'und'],
    ['en', 'Tide', 'en'],
    ['en', '12', 'und'],
    // Letters enough: what the markup says no longer counts.
    ['de', 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed.', 'en'],
    // Short, but far from what is declared.
    ['de', 'Совет порта собрался в полдень', 'ru'],
  ])('%s, of "%s": %s', (declared, text, code) => {
    expect(detectLanguage(text, declared).code).toBe(code);
  });
});
