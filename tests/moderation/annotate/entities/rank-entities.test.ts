import { describe, expect, it } from 'vitest';
import { linkMentions } from '../../../../src/moderation/annotate/entities/link-mentions.ts';
import type { NamedSpan } from '../../../../src/moderation/annotate/entities/named-span.ts';
import { rankEntities } from '../../../../src/moderation/annotate/entities/rank-entities.ts';
import type { Entity } from '../../../../src/moderation/model/annotation.ts';
import type { Block, BlockKind } from '../../../../src/moderation/model/block.ts';
import type { CleanedText } from '../../../../src/moderation/model/cleaned-text.ts';
import type { Span } from '../../../../src/moderation/model/span.ts';
import { markNames } from './mark-names.ts';

/** Moves everything in the original by so much, to tell the two kinds of offsets apart. */
const SHIFT = 1000;

interface Article {
  readonly cleaned: CleanedText;
  readonly spans: readonly NamedSpan[];
}

/** An article of blocks in which names are marked. */
function toArticle(...parts: readonly (readonly [BlockKind, string])[]): Article {
  let text = '';
  const blocks: Block[] = [];
  const spans: NamedSpan[] = [];
  for (const [block, [kind, marked]] of parts.entries()) {
    const part = markNames(marked);
    const start = text === '' ? 0 : text.length + 2;
    text = text === '' ? part.text : `${text}\n\n${part.text}`;
    blocks.push({ kind, start, end: text.length, sourceStart: start + SHIFT, sourceEnd: text.length + SHIFT });
    const move = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
    for (const span of part.spans) spans.push({ ...span, ...move(span), block, sentence: move(span.sentence) });
  }
  const toSource = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start + SHIFT,
    end: end + SHIFT,
  });
  return { cleaned: { text, edits: [], blocks, toSource }, spans };
}

const rank = ({ cleaned, spans }: Article): readonly Entity[] => rankEntities(linkMentions(cleaned.text, spans), cleaned);
const rankText = (marked: string): readonly Entity[] => rank(toArticle(['paragraph', marked]));

describe('rankEntities, names', () => {
  it.each([
    [
      'the fullest form',
      '[PER Quill] left. [PER Ada Bea Quill] came. [PER Ada Quill] sang.',
      'Ada Bea Quill',
      ['Quill', 'Ada Quill'],
    ],
    ['no possessive', '[LOC Aldane’s] docks and [LOC Aldane’s] boats.', 'Aldane', []],
    ['not the acronym', 'The [ORG MTU] and the [ORG Merrow Tide Union].', 'Merrow Tide Union', ['MTU']],
    [
      'aliases in order of first use',
      'The [LOC US], [LOC America] and the [LOC United States].',
      'United States',
      ['US', 'America'],
    ],
    ['a broken line as a blank', '[PER Ada\nQuill] left. [PER Quill] came.', 'Ada Quill', ['Quill']],
    ['an acronym alone', 'The [ORG MTU] met.', 'MTU', []],
    ['the longest spelling', '[LOC St. Aldane] and [LOC Saint Aldane].', 'Saint Aldane', ['St. Aldane']],
  ])('%s', (_, marked, name, aliases) => {
    expect(rankText(marked)).toMatchObject([{ name, aliases }]);
  });

  it('takes no heading’s capitals for a name', () => {
    const article = toArticle(['title', '[PER ADA QUILL] LEAVES'], ['paragraph', '[PER Ada Quill] left.']);
    expect(rank(article)).toMatchObject([{ name: 'Ada Quill', aliases: ['ADA QUILL'] }]);
    expect(rank(toArticle(['title', '[PER ADA QUILL] LEAVES']))).toMatchObject([{ name: 'ADA QUILL', aliases: [] }]);
  });
});

describe('rankEntities, types', () => {
  it.each([
    ['the type of most mentions', '[ORG Merrow], [ORG Merrow] and [LOC Merrow].', 'ORG'],
    ['the surer type', '[ORG? Merrow] and [LOC Merrow].', 'LOC'],
    ['the type of the full name', '[PER Ada Fennick Merrow] came. [LOC? Merrow] left. [LOC? Merrow] sang.', 'PER'],
  ])('%s', (_, marked, type) => {
    expect(rankText(marked)).toMatchObject([{ type }]);
  });

  it('is as sure as the mentions of the type are', () => {
    expect(rankText('[LOC Merrow] and [LOC? Merrow].')).toMatchObject([{ type: 'LOC', confidence: 0.75 }]);
    expect(rankText('[LOC Merrow] and [ORG? Merrow].')).toMatchObject([{ type: 'LOC', confidence: 1 }]);
  });
});

describe('rankEntities, roles', () => {
  const withRole = (type: NamedSpan['type']): Article => {
    const text = 'Deputy Minister\nof Docks Ada Quill met. Ada Quill, Deputy Minister of Docks, left. Mayor Quill sang.';
    const sentence = { start: 0, end: text.length };
    const place = (part: string, from = 0) => ({ start: text.indexOf(part, from), end: text.indexOf(part, from) + part.length });
    const base = { type, confidence: 1, block: 0, sentence };
    const spans: readonly NamedSpan[] = [
      { ...base, ...place('Ada Quill'), role: place('Deputy Minister\nof Docks') },
      { ...base, ...place('Ada Quill', 40), role: place('Deputy Minister of Docks') },
      { ...base, ...place('Quill', text.indexOf('Mayor')), role: place('Mayor') },
    ];
    const { cleaned } = toArticle(['paragraph', text]);
    return { cleaned, spans };
  };

  it('gives the roles of a person once each, in order of first use', () => {
    expect(rank(withRole('PER'))).toMatchObject([{ name: 'Ada Quill', roles: ['Deputy Minister of Docks', 'Mayor'] }]);
  });

  it.each([
    ['no honorific', 'Mrs', []],
    ['no honorific with a full stop', 'Dr.', []],
    ['no kin', 'wife', []],
    ['no kin with more words', 'late husband', []],
    ['an office behind an honorific', 'Dr Mayor', ['Mayor']],
    ['an office before an honorific', 'Mayor Dr', ['Mayor']],
    ['a priest', 'Father', ['Father']],
    ['no father', 'father', []],
    ['an office', 'Mayor', ['Mayor']],
  ])('states %s', (_, role, roles) => {
    const text = `The ${role} Ada Quill met.`;
    const start = text.indexOf('Ada');
    const spans: readonly NamedSpan[] = [
      {
        type: 'PER',
        confidence: 1,
        block: 0,
        sentence: { start: 0, end: text.length },
        start,
        end: start + 'Ada Quill'.length,
        role: { start: text.indexOf(role), end: start - 1 },
      },
    ];
    const { cleaned } = toArticle(['paragraph', text]);
    expect(rank({ cleaned, spans })).toMatchObject([{ name: 'Ada Quill', roles }]);
  });

  it('gives no roles to others', () => {
    expect(rank(withRole('ORG')).flatMap(({ roles }) => roles)).toEqual([]);
  });
});

describe('rankEntities, mentions', () => {
  const article = toArticle(['heading', 'In [LOC Aldane]'], ['paragraph', '[PER Ada Quill] left [LOC? Aldane].']);

  it('have their block, sentence, confidence and place in the original', () => {
    const aldane = rank(article).find(({ name }) => name === 'Aldane');
    expect(aldane?.mentions).toEqual([
      {
        start: 3,
        end: 9,
        sourceStart: 1003,
        sourceEnd: 1009,
        text: 'Aldane',
        confidence: 1,
        block: 0,
        sentence: { start: 0, end: 9 },
      },
      {
        start: 26,
        end: 32,
        sourceStart: 1026,
        sourceEnd: 1032,
        text: 'Aldane',
        confidence: 0.5,
        block: 1,
        sentence: { start: 11, end: 33 },
      },
    ]);
  });
});

describe('rankEntities, salience', () => {
  const salienceOf = (article: Article): Readonly<Record<string, number>> =>
    Object.fromEntries(rank(article).map(({ name, salience }) => [name, salience]));

  it('is 1 for what is named first, most often and in the title', () => {
    expect(salienceOf(toArticle(['title', '[LOC Aldane] sleeps'], ['paragraph', 'It rains in [LOC Aldane].']))).toEqual({
      Aldane: 1,
    });
    expect(salienceOf(toArticle(['paragraph', '[LOC Aldane] sleeps.']))).toEqual({ Aldane: 1 });
  });

  it('adds the share of mentions, the title and the first place', () => {
    const article = toArticle(['title', '[LOC Aldane] wakes'], ['paragraph', '[PER Quill] saw [LOC Aldane], [PER Quill] left.']);
    const length = article.cleaned.text.length;
    const quill = 0.7 + 0.1 * (1 - article.cleaned.text.indexOf('Quill') / length);
    expect(salienceOf(article)).toEqual({ Aldane: 1, Quill: Math.round(quill * 10_000) / 10_000 });
  });

  it('ranks by it, then by first mention, and numbers', () => {
    const entities = rank(toArticle(['paragraph', '[LOC Aldane], [PER Quill] and [LOC Merrow], and again [LOC Merrow].']));
    expect(entities.map(({ id, name }) => `${id} ${name}`)).toEqual(['e1 Merrow', 'e2 Aldane', 'e3 Quill']);
  });

  it('is nothing for no entities', () => {
    expect(rankText('It rains.')).toEqual([]);
  });
});

describe('rankEntities, many names without a title', () => {
  it('looks at the blocks a few times for each name, not all of them', () => {
    const COUNT = 2000;
    let looks = 0;
    const blocks = Array.from({ length: COUNT }, (_, at): Block => {
      const place = { start: at * 2, end: at * 2 + 1, sourceStart: at * 2, sourceEnd: at * 2 + 1 };
      return Object.defineProperty({ kind: 'paragraph' as const, ...place }, 'kind', {
        get: () => {
          looks++;
          return 'paragraph';
        },
      });
    });
    const groups = blocks.map((span, block): readonly NamedSpan[] => [
      { ...span, type: 'LOC', confidence: 1, block, sentence: span },
    ]);
    const cleaned = { text: 'A '.repeat(COUNT), edits: [], blocks, toSource: (span: Span) => span };
    looks = 0;
    expect(rankEntities(groups, cleaned)).toHaveLength(COUNT);
    expect(looks).toBeLessThan(4 * COUNT);
  });
});
