import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../src/moderation/model/annotation.ts';
import { casePieces } from '../../training/template-sentences/case-pieces.ts';
import { expandTemplate } from '../../training/template-sentences/expand-template.ts';
import { slotFiller } from '../../training/template-sentences/fill-slot.ts';
import { joinPieces } from '../../training/template-sentences/join-pieces.ts';
import { parseTemplate } from '../../training/template-sentences/parse-template.ts';
import type { TemplateSentence } from '../../training/template-sentences/template-sentence.ts';
import { readTemplates, writeTemplates } from '../../training/template-sentences/write-templates.ts';
import { randomSource } from '../../training/token-model/random-source.ts';

const fill = (template: string, seed: number): TemplateSentence => {
  const random = randomSource(seed);
  return joinPieces(expandTemplate(parseTemplate(template), random, slotFiller(random)));
};
const named = ({ text, spans }: TemplateSentence): readonly string[] =>
  spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('a template', () => {
  it('says the same thing for the same number', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, second] = named(fill('{city1} or {city1}', seed));
        expect(first).toBe(second);
      }),
    );
  });

  it('names a person again by a part of the whole name', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, spans } = fill('{person1}: {last1}', seed);
        const [whole, part] = spans.map(({ start, end }) => text.slice(start, end));
        expect(whole).toContain(part ?? '?');
      }),
    );
  });

  it.each<[template: string, text: string, names: readonly string[]]>([
    ['plain', 'plain', []],
    ['(only one) thing', '(only one) thing', []],
    ['<ORG:Bank of Nowhere> fell', 'Bank of Nowhere fell', ['ORG Bank of Nowhere']],
    ['a \\(b\\) c', 'a (b) c', []],
    ['(x|x) and [,|,]', 'x and', []],
    ['a <MISC:Arden Cup> tie', 'an Arden Cup tie', ['MISC Arden Cup']],
    ['a < b', 'a < b', []],
  ])('%j reads %j', (template, text, names) => {
    const sentence = fill(template, 1);
    expect(sentence.text.replace(/ ,$/u, '')).toBe(text);
    expect(named(sentence)).toEqual(names);
  });

  it.each(['(a|b', '{city', '{no slot}', '<ORG:a', '[a'])('is refused when it is %j', (template) => {
    expect(() => parseTemplate(template)).toThrow();
  });

  it('is refused when nothing fills its slot', () => {
    expect(() => fill('{nothing}', 1)).toThrow('no slot');
  });
});

describe('letters', () => {
  const pieces = [{ text: 'talks in ' }, { text: 'Aldermoor', type: 'LOC' as const }, { text: " don't fail" }];
  it.each([
    ['capitals', "TALKS IN ALDERMOOR DON'T FAIL"],
    ['small', "talks in aldermoor don't fail"],
    ['title', "Talks in Aldermoor Don't Fail"],
    ['plain', "talks in Aldermoor don't fail"],
  ] as const)('as %s', (letters, text) => {
    expect(joinPieces(casePieces(pieces, letters)).text).toBe(text);
  });
});

describe('sentences from templates', () => {
  const sentences = [...writeTemplates(3000, 11)];

  it('come of hundreds of templates', () => {
    expect(readTemplates().length).toBeGreaterThanOrEqual(500);
  });

  it('are the same for the same seed, and others for another', () => {
    expect([...writeTemplates(50, 7)]).toEqual([...writeTemplates(50, 7)]);
    expect([...writeTemplates(50, 7)]).not.toEqual([...writeTemplates(50, 8)]);
  });

  it('seldom repeat', () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThan(0.9 * sentences.length);
  });

  it('have each type, and sentences without names', () => {
    const types = new Set(sentences.flatMap(({ spans }) => spans.map(({ type }) => type)));
    expect([...types].toSorted()).toEqual([...ENTITY_TYPES].toSorted());
    expect(sentences.filter(({ spans }) => spans.length === 0).length).toBeGreaterThan(100);
  });

  it('have names in order, apart, and without blanks around them', () => {
    for (const { text, spans } of sentences) {
      let last = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/u);
        last = end;
      }
    }
  });

  it('have no sign of a template left in them', () => {
    expect(
      sentences.filter(({ text }) => /[{}|\\]|undefined|<[A-Z]+:/u.test(text.replace(/ \| /gu, ' '))).map(({ text }) => text),
    ).toEqual([]);
  });
});
