import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguages } from '../../../../src/moderation/annotate/language/detect-languages.ts';
import type { BlockKind } from '../../../../src/moderation/model/block.ts';

const ENGLISH = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';
const GERMAN = '„Wir haben den ganzen Winter auf eine Antwort gewartet“, sagte der Lotse, „und nun ist der Hafen zu.“';
const RUSSIAN = 'Совет порта собрался в полдень';
const FRENCH = 'Le conseil du port s’est réuni à midi pour entendre ce que voulaient les pilotes, et la plupart sont restés.';

function read(blocks: readonly (string | readonly [BlockKind, string])[], declared?: string) {
  let at = 0;
  const placed = blocks.map((block) => {
    const [kind, text] = typeof block === 'string' ? (['paragraph', block] as const) : block;
    const span = { kind, start: at, end: at + text.length, sourceStart: at, sourceEnd: at + text.length };
    at = span.end + 2;
    return span;
  });
  const text = blocks.map((block) => (typeof block === 'string' ? block : block[1])).join('\n\n');
  const { article, blocks: languages } = detectLanguages({ text, edits: [], blocks: placed, toSource: (span) => span }, declared);
  return { article: article.code, blocks: languages };
}

describe('detectLanguages', () => {
  it.each([
    ['a German paragraph in an English article', [ENGLISH, GERMAN, ENGLISH], 'en', ['en', 'de', 'en']],
    ['a German paragraph that opens one', [GERMAN, ENGLISH, ENGLISH], 'en', ['de', 'en', 'en']],
    ['an English paragraph in a French one', [FRENCH, ENGLISH, FRENCH], 'fr', ['fr', 'en', 'fr']],
    ['short blocks', ['Hafenrat', ENGLISH, '12 March', 'Grüße aus Aldane'], 'en', ['en', 'en', 'en', 'en']],
    ['a short block of another script', [ENGLISH, RUSSIAN], 'en', ['en', 'ru']],
    [
      'names alone',
      [ENGLISH, 'Oskar Venn, Mara Teveny, Jürgen Müller, Jens Böttcher, Ilse Brandow, Halden Roe'],
      'en',
      ['en', 'en'],
    ],
    ['nothing to tell from', ['12', '—'], 'und', ['und', 'und']],
    ['no blocks', [], 'und', []],
  ] as const)('%s', (_, blocks, article, languages) => {
    expect(read(blocks)).toEqual({ article, blocks: languages });
  });

  it('does not judge code by its letters', () => {
    expect(read([ENGLISH, ['code', GERMAN]]).blocks).toEqual(['en', 'en']);
  });

  it('asks the markup about a short text', () => {
    expect(read(['Havenraad'], 'nl')).toEqual({ article: 'nl', blocks: ['nl'] });
    expect(read([ENGLISH], 'nl')).toEqual({ article: 'en', blocks: ['en'] });
  });

  it('gives every block a language, of any text', () => {
    const anyBlock = fc.oneof(fc.constantFrom(ENGLISH, GERMAN, FRENCH, RUSSIAN), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), (blocks) => {
        const { blocks: languages } = read(blocks);
        expect(languages.length).toBe(blocks.length);
        for (const code of languages) expect(code).toMatch(/^[a-z]{2,3}$/u);
      }),
      { numRuns: 200 },
    );
  });
});
