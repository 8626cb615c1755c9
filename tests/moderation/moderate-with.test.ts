import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate, moderateWith, type Passage, type RecognisedName } from '../../src/index.ts';
import { ENTITY_TYPES } from '../../src/moderation/model/annotation.ts';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';

const ruleset = loadRuleset();
const ARTICLE = {
  id: 'ferry',
  text: [
    'Ferry pilots of Merrow win their vote',
    'The harbour council of Merrow met at noon on Monday to hear what Ingrid Tolle wanted, and most members stayed.',
    '▶ [Quillbay] Transaction fee 0% discount CODE◀',
    '    const merrow = 1;\n    const pilots = 2;',
    '“We have waited for nine years,” said Tolle, who speaks for the pilots of the eastern channel of Merrow.',
  ].join('\n\n'),
};

type Answer = (
  passages: readonly Passage[],
) => readonly (readonly RecognisedName[])[] | Promise<readonly (readonly RecognisedName[])[]>;
const recogniserOf = (recognise: Answer) => ({ name: 'trial@sha256:00', recognise });

/** Finds a word wherever it stands. */
const finding =
  (word: string, type: RecognisedName['type']): Answer =>
  (passages) =>
    passages.map(({ text }) =>
      [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
        type,
        start: index,
        end: index + word.length,
        confidence: 0.9,
      })),
    );

describe('moderateWith', () => {
  it.each([
    ['at once', finding('Merrow', 'LOC')],
    ['later', async (passages: readonly Passage[]) => finding('Merrow', 'LOC')(passages)],
  ])('takes the names that a recogniser gives %s', async (_, recognise) => {
    const result = await moderateWith(ARTICLE, { ruleset, recogniser: recogniserOf(recognise) });
    expect(result.entities).toEqual([expect.objectContaining({ type: 'LOC', name: 'Merrow', aliases: [] })]);
    const mentions = result.entities.flatMap((entity) => entity.mentions);
    expect(mentions).toHaveLength(3);
    for (const { start, end, sourceStart, sourceEnd } of mentions) {
      expect(result.text.slice(start, end)).toBe('Merrow');
      expect(ARTICLE.text.slice(sourceStart, sourceEnd)).toBe('Merrow');
    }
    expect(result.provenance.models.entities).toBe('trial@sha256:00');
    expect(result.incomplete).toEqual([]);
    expect(moderatedArticleSchema.parse(result)).toEqual(result);
  });

  it('is moderate() but for the names, and the keyphrases that names are part of', async () => {
    const built = moderate(ARTICLE, { ruleset });
    const { entities, keyphrases, provenance, ...rest } = await moderateWith(ARTICLE, {
      ruleset,
      recogniser: recogniserOf(finding('Tolle', 'PER')),
    });
    expect(rest).toEqual((({ entities: _, keyphrases: __, provenance: ___, ...others }) => others)(built));
    expect(keyphrases.length).toBeGreaterThan(0);
    expect({ ...provenance, models: { ...provenance.models, entities: built.provenance.models.entities } }).toEqual(
      built.provenance,
    );
    expect(entities.map(({ name }) => name)).toEqual(['Tolle']);
  });

  it('shows the recogniser the cleaned blocks, without code', async () => {
    let shown: readonly Passage[] = [];
    const recognise: Answer = (passages) => {
      shown = passages;
      return passages.map(() => []);
    };
    const { blocks, text } = await moderateWith(
      { ...ARTICLE, format: 'markdown' },
      { ruleset, recogniser: recogniserOf(recognise) },
    );
    expect(blocks.some(({ kind }) => kind === 'code')).toBe(true);
    const wanted = blocks
      .filter(({ kind }) => kind !== 'code')
      .map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
    expect(shown).toEqual(wanted);
    expect(text).not.toContain('Quillbay');
  });

  it.each<[string, Answer]>([
    [
      'throws',
      () => {
        throw new Error('no weights');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no weights'))],
    ['answers for other passages', () => []],
  ])('falls back on the built-in recogniser, visibly, when the other one %s', async (_, recognise) => {
    const built = moderate(ARTICLE, { ruleset });
    const errors: unknown[] = [];
    const result = await moderateWith(ARTICLE, {
      ruleset,
      recogniser: recogniserOf(recognise),
      onRecogniserError: (error) => errors.push(error),
    });
    expect(result.entities).toEqual(built.entities);
    expect(result.provenance).toEqual(built.provenance);
    expect(result.incomplete).toEqual(['entities']);
    expect(result.verdict.outcome).not.toBe('publish');
    expect(result.verdict.reasons).toContain('the stage entities is incomplete');
    expect(errors).toHaveLength(1);
  });

  it('gives the names of a recogniser in languages that the built-in one does not know', async () => {
    const text =
      'Der Hafenrat von Aldane trat am Mittag zusammen, um Oskar Venn zu hören, und die meisten Lotsen blieben bis zum Abend.';
    const { entities, article, values } = await moderateWith(
      { id: 'de', text },
      { ruleset, recogniser: recogniserOf(finding('Venn', 'PER')) },
    );
    expect(article.language.code).toBe('de');
    expect(entities.map(({ name }) => name)).toEqual(['Venn']);
    expect(values).toEqual([]);
    expect(moderate({ id: 'de', text }, { ruleset }).entities).toEqual([]);
  });

  it('keeps mentions in order, apart and in their blocks, whatever a recogniser says', async () => {
    const place = fc.oneof(fc.integer({ min: -3, max: 130 }), fc.constantFrom(Number.NaN, 0.5, Number.POSITIVE_INFINITY));
    const name = fc.record({
      type: fc.constantFrom(...ENTITY_TYPES),
      start: place,
      end: place,
      confidence: fc.constantFrom(0, 0.3, 1, 2, Number.NaN),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(name, { maxLength: 8 }), { minLength: 4, maxLength: 4 }), async (names) => {
        const text =
          'The 😀 council met Ada.\n\nTolle 👩‍🚀 left for Merrow on a day of rain.\n\nVenn  \t stayed 😀😀 behind.\n\nIt was late.';
        const result = await moderateWith(
          { id: 'any', text },
          { ruleset, recogniser: recogniserOf((passages) => passages.map((_, at) => names[at] ?? [])) },
        );
        const mentions = result.entities.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start);
        for (const [at, { start, end, text: said }] of mentions.entries()) {
          expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0);
          expect(result.text.slice(start, end)).toBe(said);
          expect(said).toBe(said.trim());
          expect(said.isWellFormed()).toBe(true);
          expect(result.blocks.some((block) => start >= block.start && end <= block.end)).toBe(true);
        }
        expect(result.incomplete).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
