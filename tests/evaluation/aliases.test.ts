import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { alignEntities } from '../../src/evaluation/aliases/align-entities.ts';
import { countLinks } from '../../src/evaluation/aliases/count-links.ts';
import { cutCapitalMention } from '../../src/evaluation/aliases/cut-capital-mention.ts';
import { joinTokens } from '../../src/evaluation/aliases/join-tokens.ts';
import { listNameMentions } from '../../src/evaluation/aliases/list-name-mentions.ts';
import { trimMention } from '../../src/evaluation/aliases/trim-mention.ts';
import type { Entity } from '../../src/moderation/model/annotation.ts';
import { markNames } from '../moderation/annotate/entities/mark-names.ts';
import { evaluateFolder, figuresOf, toLines } from './evaluate-folder.ts';

type Mentions = readonly (readonly [cluster: string, type: string, ...places: readonly (readonly [number, number])[]])[];

const tokensOf = (text: string): readonly string[] => text.split(' ');

function toRecord(text: string, mentions: Mentions): unknown {
  const clusters = mentions.map(([id, type, ...places]) => ({
    id,
    type,
    mentions: places.map(([start, end]) => ({ start, end })),
  }));
  return { doc: 'x', tokens: tokensOf(text), clusters };
}

/** A marked sentence, many times over, as each corpus that a model of names is trained on. */
function toTraining(marked: string): Readonly<Record<string, Uint8Array>> {
  const { text, spans } = markNames(marked);
  const offs = [...text.matchAll(/\w+|[^\w\s]/gu)].map(({ index, 0: token }) => [index, index + token.length] as const);
  const tags = offs.map(([at]) => {
    const owner = spans.find(({ start, end }) => at >= start && at < end);
    return owner ? `${owner.start === at ? 'B' : 'I'}-${owner.type}` : 'O';
  });
  const sentence = { doc: 0, text, tokens: offs.map(([start, end]) => text.slice(start, end)), tags, offs };
  const file = gzipSync(toLines(Array.from({ length: 20 }, () => sentence)));
  const corpora = ['wikigold', 'wnut17.train', 'btc', 'uner-ewt.dev'];
  return Object.fromEntries(corpora.map((name) => [`entities/${name}.jsonl.gz`, file]));
}

describe('trimMention', () => {
  it.each([
    ['the United Tides', 'United Tides'],
    ['Quill ’s', 'Quill'],
    ["the Herons '", 'Herons'],
    ['Aldane , Merrow', 'Aldane'],
    ['Ada Quill ( born in May )', 'Ada Quill'],
    ['Ada Quill , who left', 'Ada Quill'],
    ['the University of Merrow in Aldane', 'University of Merrow'],
    ['captain Ada Quill', 'Ada Quill'],
    ['the old harbour town Aldane', 'Aldane'],
    ['Ministry of Inland Waters', 'Ministry of Inland Waters'],
    ['Ilse van der Holm', 'Ilse van der Holm'],
    ['the 2030 Merrow Games', '2030 Merrow Games'],
    ['Basse - Merrow', 'Basse - Merrow'],
    ['US', 'US'],
    ["Aldane 's Merrow Gate", 'Merrow Gate'],
  ])('finds the name in "%s"', (text, name) => {
    const tokens = tokensOf(text);
    const span = trimMention(tokens, { start: 0, end: tokens.length });
    expect(span && tokens.slice(span.start, span.end).join(' ')).toBe(name);
  });

  it.each([
    'he',
    'He',
    'It',
    'us',
    'the city',
    'a Merrow port',
    'An Aldane pilot',
    'the port of Aldane',
    'the mayor of Aldane',
    'tides',
    '( )',
  ])('finds none in "%s"', (text) => {
    const tokens = tokensOf(text);
    expect(trimMention(tokens, { start: 0, end: tokens.length })).toBeUndefined();
  });
});

describe('cutCapitalMention', () => {
  it.each([
    ['the United Tides', 'United Tides'],
    ["Quill 's", 'Quill'],
    ['Aldane ,', 'Aldane'],
    ['the port of Aldane', 'port of Aldane'],
    ['A Merrow pilot who left', 'Merrow pilot who left'],
    ['The President', 'President'],
    ['Iodine', 'Iodine'],
    ['US', 'US'],
    ['He', undefined],
    ['The port', undefined],
    ['Some of them', undefined],
    ['tides', undefined],
  ])('of "%s" keeps %j', (text, kept) => {
    const tokens = tokensOf(text);
    const span = cutCapitalMention(tokens, { start: 0, end: tokens.length });
    expect(span && tokens.slice(span.start, span.end).join(' ')).toBe(kept);
  });
});

describe('joinTokens', () => {
  it('gives running text in paragraphs of five sentences, and where each token stands', () => {
    const tokens = tokensOf('“ Tide ” came ( late ) to Basse - Merrow ’s dock . One . Two . Three . Four . Next one .');
    const { text, places } = joinTokens(tokens);
    expect(text).toBe('“Tide” came (late) to Basse-Merrow’s dock. One. Two. Three. Four.\n\nNext one.');
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(tokens);
  });
});

describe('listNameMentions', () => {
  const list = (text: string, mentions: Mentions): readonly string[] => {
    const tokens = tokensOf(text);
    const clusters = mentions.map(([id, type, ...places]) => ({
      id,
      type,
      mentions: places.map(([start, end]) => ({ start, end })),
    }));
    const names = listNameMentions({ line: 1, tokens, clusters, ...joinTokens(tokens) });
    return names.map(({ type, cluster, text: name }) => `${type} ${cluster}: ${name}`);
  };

  it('keeps names with the type of their cluster, in order', () => {
    const mentions: Mentions = [
      ['Aldane', 'place', [3, 4]],
      ['Ada', 'person', [0, 2], [5, 6]],
      ['Herons', 'organization', [7, 9]],
      ['Cup', 'event', [10, 12]],
    ];
    expect(list('Ada Quill left Aldane . She saw the Herons at Merrow Cup', mentions)).toEqual([
      'PER Ada: Ada Quill',
      'LOC Aldane: Aldane',
      'ORG Herons: Herons',
      'MISC Cup: Merrow Cup',
    ]);
  });

  it('takes the outermost of nested names, and neither of two that are the same', () => {
    expect(
      list('University of Merrow', [
        ['U', 'organization', [0, 3]],
        ['M', 'place', [2, 3]],
      ]),
    ).toEqual(['ORG U: University of Merrow']);
    expect(
      list('Merrow sings', [
        ['A', 'place', [0, 1]],
        ['B', 'organization', [0, 1]],
      ]),
    ).toEqual([]);
  });

  it('leaves titles, dates and words of every day out', () => {
    expect(
      list('the President saw the Court in May', [
        ['P', 'person', [0, 2]],
        ['C', 'organization', [3, 5]],
        ['M', 'time', [6, 7]],
      ]),
    ).toEqual([]);
    expect(list('King of Aldane', [['K', 'person', [0, 3]]])).toEqual([]);
    expect(list('Iodine helps ; iodine is rare', [['I', 'substance', [0, 1], [3, 4]]])).toEqual([]);
    expect(list('President Ada Quill', [['A', 'person', [0, 3]]])).toEqual(['PER A: Ada Quill']);
  });
});

describe('countLinks', () => {
  it.each([
    ['all right', ['a', 'a', 'b'], ['1', '1', '2'], { tp: 1, fp: 0, fn: 0 }],
    ['one group too many', ['a', 'a', 'a'], ['1', '1', '2'], { tp: 1, fp: 0, fn: 2 }],
    ['one group too few', ['a', 'a', 'b'], ['1', '1', '1'], { tp: 1, fp: 2, fn: 0 }],
    ['a mention that was not found', ['a', 'a', 'a'], ['1', undefined, '1'], { tp: 1, fp: 0, fn: 2 }],
    ['nothing', [], [], { tp: 0, fp: 0, fn: 0 }],
  ])('%s', (_, gold, found, counts) => {
    expect(countLinks(gold, found)).toEqual(counts);
  });
});

describe('alignEntities', () => {
  const mention = (start: number, end: number) => ({ start, end, text: '', type: 'PER' as const, cluster: '' });
  const entity = (id: string, start: number, text: string): Entity => {
    const place = { start, end: start + text.length, sourceStart: start, sourceEnd: start + text.length };
    const found = { ...place, text, confidence: 1, block: 0, sentence: { start: 0, end: 99 } };
    return { id, type: 'PER', confidence: 1, name: text, aliases: [], roles: [], salience: 1, mentions: [found] };
  };

  it.each([
    ['the same ends', 'Ada Quill', [0, 9], 'e1'],
    ['but for "the"', 'The Herons', [4, 10], 'e1'],
    ['but for a possessive', 'Quill’s', [0, 5], 'e1'],
    ['but for an apostrophe', "Herons'", [0, 6], 'e1'],
    ['not a part', 'Ada Quill', [4, 9], undefined],
    ['not more', 'Quill', [0, 9], undefined],
  ] as const)('takes %s', (_, text, [start, end], id) => {
    expect(alignEntities([entity('e1', 0, text)], [mention(start, end)])).toEqual([id]);
  });
});

describe('aliases', () => {
  const FILE = 'entities/gum-wikified.jsonl.gz';
  const text =
    'Ada Quill met the European Union ( EU ) in Paris . Then Quill left Paris , and the EU voted on the plan of Ada Quill .';
  const right = toRecord(text, [
    ['Ada_Quill', 'person', [0, 2], [13, 14], [25, 27]],
    ['European_Union', 'organization', [3, 6], [7, 8], [18, 20]],
    ['Paris', 'place', [10, 11], [15, 16]],
  ]);

  /** What the model is trained on that never saw the document; in truth, it did. */
  const training = toTraining(
    '[PER Ada Quill] met the [ORG European Union] ([ORG EU]) in [LOC Paris]. Then [PER Quill] left [LOC Paris], and the [ORG EU] voted on the plan of [PER Ada Quill].',
  );

  it('counts pairs with names given and from the text, beside equal strings', () => {
    const evaluation = evaluateFolder('aliases', { ...training, [FILE]: gzipSync(toLines([right])) });
    const all = { items: 8, tp: 7, fp: 0, fn: 0, precision: 1, recall: 1, f1: 1 };
    expect(figuresOf(evaluation, 'given', 'copydesk')).toEqual(all);
    expect(figuresOf(evaluation, 'given', 'same string')).toMatchObject({ items: 8, tp: 3, fp: 0, fn: 4 });
    expect(figuresOf(evaluation, 'given', 'copydesk, pairs written differently')).toEqual({ ...all, tp: 4 });
    expect(figuresOf(evaluation, 'found', 'copydesk, all names')).toEqual(all);
    expect(figuresOf(evaluation, 'found', 'copydesk, names it finds')).toEqual(all);
    expect(figuresOf(evaluation, 'found', 'same string, names copydesk finds')).toMatchObject({ tp: 3, fn: 4 });
    expect(figuresOf(evaluation, 'shipped', 'copydesk, all names')).toMatchObject({ items: 8, fp: 0 });
    expect(figuresOf(evaluation, 'coverage', 'a model trained here without them')).toEqual({ right: 8, of: 8 });
    expect(figuresOf(evaluation, 'coverage', 'the shipped model')).toMatchObject({ of: 8 });
    expect(figuresOf(evaluation, 'salience', 'most salient')).toEqual({ right: 1, of: 1 });
    expect(evaluation.wrong).toEqual([]);
  });

  it('says beside it what the same is without the choice of names, and how many those are', () => {
    const titled = 'The President met Ada Quill . The President of Aldane left . He saw the port of Aldane .';
    const record = toRecord(titled, [
      ['President', 'person', [0, 2], [6, 10], [12, 13]],
      ['Ada_Quill', 'person', [3, 5]],
      ['Port', 'place', [14, 18]],
      ['Aldane', 'place', [9, 10], [17, 18]],
    ]);
    const evaluation = evaluateFolder('aliases', { ...training, [FILE]: gzipSync(toLines([record])) });
    expect(figuresOf(evaluation, 'given', 'copydesk')).toMatchObject({ items: 3, tp: 1, fp: 0, fn: 0 });
    const { title } = evaluation.tables.find(({ name }) => name === 'unfiltered') ?? {};
    expect(title).toContain('keeps 3 of 4 when titles and ordinary words count, of 6 mentions with a capital in all');
    const trimmed = figuresOf(evaluation, 'unfiltered', 'copydesk, titles and ordinary words too');
    expect(trimmed).toMatchObject({ items: 4 });
    const whole = figuresOf(evaluation, 'unfiltered', 'copydesk, every mention with a capital, whole');
    expect(whole).toMatchObject({ items: 4 });
  });

  it('lists what is linked otherwise than the data says', () => {
    const wrong = toRecord(text, [
      ['Ada_Quill', 'person', [0, 2], [25, 27]],
      ['Other_Quill', 'person', [13, 14]],
      ['Union', 'organization', [3, 6], [10, 11]],
    ]);
    const evaluation = evaluateFolder('aliases', { ...training, [FILE]: gzipSync(toLines([right, wrong])) });
    expect(figuresOf(evaluation, 'given', 'copydesk')).toMatchObject({ items: 13, tp: 8, fp: 2, fn: 1 });
    const item = { file: FILE, line: 2, rule: null };
    expect(evaluation.wrong).toEqual([
      { ...item, label: 'Union', outcome: 'not linked', text: 'Paris', evidence: 'European Union (Union)' },
      { ...item, label: 'Other_Quill', outcome: 'linked wrongly', text: 'Quill', evidence: 'Ada Quill (Ada_Quill)' },
    ]);
  });
});
