import nlp from 'compromise';
import { copydeskEntities, createCopydeskEntities, type EntityMethods, type FoundEntity } from 'copydesk/compromise';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../src/index.ts';
import { ENTITY_TYPES, type EntityType } from '../../src/moderation/model/annotation.ts';
import { cpuSeconds } from '../cpu-seconds.ts';

const read = (text: string) => nlp<EntityMethods>(text);
type Reading = ReturnType<typeof read>;
// Compromise types the views that its methods give without the methods of plugins, or of its own third part.
const asReading = (view: object): Reading => view as Reading;
const list = (view: { readonly out: (method: 'array') => unknown }): unknown => view.out('array');

/** A recogniser of given names, each an entity. */
const finding =
  (...names: readonly (readonly [EntityType, string])[]) =>
  (text: string): readonly FoundEntity[] =>
    names.map(([type, name], at) => ({
      id: `n${at}`,
      type,
      name,
      aliases: [],
      mentions: text
        .split(name)
        .slice(0, -1)
        .reduce<{ start: number; end: number; confidence: number }[]>((places, part) => {
          const start = (places.at(-1)?.end ?? 0) + part.length;
          places.push({ start, end: start + name.length, confidence: 0.75 });
          return places;
        }, []),
    }));

const POSSESSIVE = /['’]s$/u;

interface SpannedView {
  readonly json: (options: object) => unknown;
}

/** Where the terms of each result begin and end, without the punctuation around them. */
function spansOf(view: SpannedView): readonly (readonly [number, number])[] {
  type Json = { readonly terms: readonly { readonly offset: { readonly start: number; readonly length: number } }[] };
  const results = view.json({ offset: true, terms: { offset: true } }) as readonly Json[];
  return results.map(({ terms }) => {
    const [first, last] = [terms[0]?.offset, terms.at(-1)?.offset];
    return [first?.start ?? 0, (last?.start ?? 0) + (last?.length ?? 0)];
  });
}

interface PlacedName extends FoundEntity {
  readonly mentions: { start: number; end: number; confidence: number }[];
}

/** Names over words that are joined by blanks: a kind begins a name there, "go on" makes the one before longer. */
function placeNames(words: readonly string[], kinds: readonly string[]): readonly PlacedName[] {
  const names: PlacedName[] = [];
  let open: PlacedName['mentions'][number] | undefined;
  let at = 0;
  for (const [row, word] of words.entries()) {
    const core = /\p{L}+/u.exec(word);
    const start = at + (core?.index ?? 0);
    const end = start + (core?.[0].length ?? 0);
    const type = ENTITY_TYPES.find((candidate) => candidate === kinds[row]);
    if (core && open && kinds[row] === 'go on') open.end = end;
    else open = core && type ? { start, end, confidence: 1 } : undefined;
    if (open && type) names.push({ id: `${row}`, type, name: word, aliases: [], mentions: [open] });
    // Compromise ends a sentence at a full stop, and a name does not reach over it.
    if (word.endsWith('.')) open = undefined;
    at += word.length + 1;
  }
  return names;
}

beforeEach(() => {
  nlp.extend(copydeskEntities);
});

describe('copydeskEntities', () => {
  it('gives what its example says', () => {
    const doc = read('Ada Quill left Aldane for the Ministry of Ferries.');
    expect(doc.people().text()).toBe('Ada Quill');
    expect(doc.places().json({ offset: true })).toMatchObject([{ text: 'Aldane', offset: { start: 15, length: 6 } }]);
    expect(doc.organizations().text()).toBe('Ministry of Ferries');
    expect(doc.entities().json()).toMatchObject([
      { text: 'Ada Quill', entity: { id: expect.any(String), type: 'PER', name: 'Ada Quill', aliases: [], start: 0, end: 9 } },
      { text: 'Aldane', entity: { type: 'LOC', name: 'Aldane', start: 15, end: 21 } },
      { text: 'Ministry of Ferries.', entity: { type: 'ORG', name: 'Ministry of Ferries', start: 30, end: 49 } },
    ]);
  });

  it.each([
    'Ada Quill left Aldane for the Ministry of Ferries.',
    'Oskar Venn’s boat met Dr. Ingrid Tolle in Skerry Sound, Aldane.',
    'The Merrow Group and the Bank of Aldane pay Norwegian pilots. Quill said: “Venn’s late.”',
    'Deputy Minister of Defence Hanna Koss spoke in Merrow;\n\nKoss left for Aldane with 😀 Mr. Tolle.',
    'It’s Ada’s. The harbour was quiet, and nobody came.',
  ])('gives the names of annotate: %s', (text) => {
    let found: readonly FoundEntity[] = [];
    nlp.extend(createCopydeskEntities({ recognise: (given) => (found = annotate(given).entities) }));
    const doc = read(text);
    const wanted = (...types: readonly EntityType[]) =>
      found
        .filter(({ type }) => types.includes(type))
        .flatMap(({ mentions }) => mentions.map(({ start, end }) => [start, text.slice(start, end)] as const))
        .sort(([a], [b]) => a - b)
        .map(([, name]) => name);
    const names = (view: SpannedView) => spansOf(view).map(([start, end]) => text.slice(start, end).replace(POSSESSIVE, ''));
    expect(names(doc.people())).toEqual(wanted('PER'));
    expect(names(doc.places())).toEqual(wanted('LOC'));
    expect(names(doc.organizations())).toEqual(wanted('ORG'));
    expect(names(doc.topics())).toEqual(wanted('PER', 'LOC', 'ORG'));
    expect(
      doc
        .entities()
        .mentions()
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(wanted(...ENTITY_TYPES));
  });

  it('finds names wherever a recogniser puts them, two side by side as two', () => {
    const words = fc.array(
      fc.constantFrom('Ada', 'Quill', 'Merrow', 'the', 'boat', 'met', 'Venn,', '“Tolle”', '😀', 'day.', "Koss's"),
      { minLength: 1, maxLength: 40 },
    );
    const marks = fc.array(fc.constantFrom('PER', 'LOC', 'ORG', 'MISC', 'go on', 'none'), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(words, marks, (texts, kinds) => {
        const text = texts.join(' ');
        const entities = placeNames(texts, kinds);
        nlp.extend(createCopydeskEntities({ recognise: () => entities }));
        const doc = read(text);
        const spans = (...types: readonly EntityType[]) =>
          entities.filter(({ type }) => types.includes(type)).map(({ mentions }) => [mentions[0]?.start, mentions[0]?.end]);
        const views = [
          [doc.people(), 'PER'],
          [doc.places(), 'LOC'],
          [doc.organizations(), 'ORG'],
        ] as const;
        for (const [view, type] of views) {
          const offsets = spansOf(view).map(([start, end]) => [
            start,
            start + text.slice(start, end).replace(POSSESSIVE, '').length,
          ]);
          expect(offsets).toEqual(spans(type));
        }
        expect(
          doc
            .entities()
            .mentions()
            .map(({ start, end }) => [start, end]),
        ).toEqual(spans(...ENTITY_TYPES));
      }),
      { numRuns: 150 },
    );
  });

  it('drops the guesses of compromise, or keeps those that no name touches', () => {
    const text = 'Maria Lopez left Canada with John Smith and the FBI.';
    nlp.extend(createCopydeskEntities({ recognise: finding(['ORG', 'John Smith']) }));
    const replaced = read(text);
    expect([list(replaced.people()), list(replaced.places()), list(replaced.organizations())]).toEqual([[], [], ['John Smith']]);
    expect(list(replaced.match('(#Person|#Place)+'))).toEqual([]);
    nlp.extend(createCopydeskEntities({ recognise: finding(['ORG', 'John Smith']), ownGuesses: 'keep' }));
    const kept = read(text);
    expect([list(kept.people()), list(kept.places()), list(kept.organizations())]).toEqual([
      ['Maria Lopez'],
      ['Canada'],
      ['John Smith', 'FBI.'],
    ]);
    expect(list(kept.topics())).toEqual(['Maria Lopez', 'Canada', 'John Smith', 'FBI.']);
  });

  it('tags the terms, and leaves a title a title', () => {
    nlp.extend(createCopydeskEntities({ recognise: finding(['PER', 'Tolle'], ['LOC', 'Walker'], ['ORG', 'Aldane']) }));
    const doc = read('Dr. Tolle met Walker of Aldane.');
    expect(list(doc.match('#Person'))).toEqual(['Tolle']);
    expect(list(doc.match('#Place'))).toEqual(['Walker']);
    expect(list(doc.match('#Organization'))).toEqual(['Aldane.']);
    expect(list(doc.honorifics())).toEqual(['Dr.']);
  });

  it('keeps what people() can do', () => {
    const people = read('Ada Quill met Oskar Venn and Ingrid Tolle.').people();
    expect(list(people)).toEqual(['Ada Quill', 'Oskar Venn', 'Ingrid Tolle.']);
    expect(people.json()).toMatchObject([{ person: { firstName: 'ada', lastName: 'quill' } }, {}, {}]);
    expect(people.parse()).toHaveLength(3);
    expect(list(read('Ada Quill met Oskar Venn.').people(1))).toEqual(['Oskar Venn.']);
  });

  it('answers for a part of the document, and for a copy of it', () => {
    const doc = read('Ada Quill left Aldane. Oskar Venn stayed in Merrow.');
    expect(list(asReading(doc.sentences(1)).people())).toEqual(['Oskar Venn']);
    expect(list(asReading(doc.match('left .')).places())).toEqual(['Aldane.']);
    expect(list(asReading(doc.clone()).people())).toEqual(['Ada Quill', 'Oskar Venn']);
    expect(list(asReading(doc.none()).entities())).toEqual([]);
    expect(
      doc
        .entities(1)
        .mentions()
        .map(({ name }) => name),
    ).toEqual(['Aldane']);
  });

  it('works with tokenize, lazy and tagger', () => {
    const text = 'Ada Quill left Aldane. Nobody stayed.';
    expect(list(nlp.tokenize(text).people())).toEqual(['Ada Quill']);
    expect(list(nlp.lazy(text, '#Person+ left'))).toEqual(['Ada Quill left']);
    const doc = read('They met boat at noon.');
    doc.match('boat').replaceWith('Ada Quill');
    doc.compute('copydeskEntities');
    expect(list(doc.people())).toEqual(['Ada Quill']);
  });

  it('looks for names once, however often it is handed over', () => {
    let calls = 0;
    const counting = createCopydeskEntities({
      recognise: (text) => {
        calls++;
        return finding(['PER', 'Ada'])(text);
      },
    });
    nlp.extend(counting);
    nlp.extend(counting);
    const doc = read('Ada left. Ada came.');
    expect(list(doc.people())).toEqual(['Ada', 'Ada']);
    expect(list(doc.people())).toEqual(['Ada', 'Ada']);
    expect(calls).toBe(1);
  });

  it('does not look again for names when compromise tags a sentence again', () => {
    let calls = 0;
    nlp.extend(
      createCopydeskEntities({
        recognise: (text) => {
          calls++;
          return finding(['LOC', 'Maria Lopez'])(text);
        },
      }),
    );
    const doc = read('Maria Lopez walks with John Smith. John Smith sings in Canada. The crew walks home.');
    doc.verbs().toPastTense();
    expect(doc.text()).toContain('walked');
    expect([list(doc.places()), list(doc.people()), list(doc.match('(#Person|#Place)+'))]).toEqual([
      ['Maria Lopez'],
      [],
      ['Maria Lopez'],
    ]);
    expect(calls).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['marks alone', '… — 😀 :) \u200b'],
    ['half a surrogate pair', '\ud800 Ada Quill \udc00'],
    [
      'another language',
      'Der Hafenrat von Aldane trat am Mittag zusammen, um Oskar Venn zu hören, und die Lotsen blieben bis zum Abend.',
    ],
  ])('reads %s', (_, text) => {
    const doc = read(text);
    expect(doc.entities().mentions()).toEqual(read(text).entities().mentions());
    for (const { start, end } of doc.entities().mentions()) expect(end).toBeGreaterThan(start);
  });

  it('takes linear time', () => {
    nlp.extend(createCopydeskEntities({ recognise: finding(['PER', 'Ada Quill'], ['LOC', 'Merrow']), ownGuesses: 'keep' }));
    const doc = asReading(nlp.tokenize('Ada Quill saw Maria Lopez in Merrow. '.repeat(12_000)));
    let found = 0;
    const seconds = cpuSeconds(() => {
      found = doc.people().length + doc.entities().length;
    });
    expect(found).toBe(36_000);
    expect(seconds).toBeLessThan(10);
  }, 120_000);
});
