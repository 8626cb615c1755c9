import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpName } from '../../src/moderation/annotate/entities/look-up-name.ts';
import { NAME_CLASS } from '../../src/moderation/annotate/entities/name-class.ts';
import { toNameKey } from '../../src/moderation/annotate/entities/name-key.ts';
import { ENTITY_TYPES } from '../../src/moderation/model/annotation.ts';
import { casePieces } from '../../training/template-sentences/case-pieces.ts';
import { expandTemplate } from '../../training/template-sentences/expand-template.ts';
import { slotFiller } from '../../training/template-sentences/fill-slot.ts';
import { joinPieces } from '../../training/template-sentences/join-pieces.ts';
import { type Part, parseTemplate } from '../../training/template-sentences/parse-template.ts';
import type { TemplateSentence } from '../../training/template-sentences/template-sentence.ts';
import { readTemplates, writeTemplates } from '../../training/template-sentences/write-templates.ts';
import { randomSource } from '../../training/token-model/random-source.ts';

const fill = (template: string, seed: number): TemplateSentence => {
  const random = randomSource(seed);
  return joinPieces(expandTemplate(parseTemplate(template), random, slotFiller(random)));
};
const named = ({ text, spans }: TemplateSentence): readonly string[] =>
  spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'text') return [part.text];
    return part.kind === 'choice' ? part.options.flatMap(textsOf) : [];
  });
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

  it('seldom repeat where they name something', () => {
    const naming = sentences.filter(({ spans }) => spans.length > 0).map(({ text }) => text);
    expect(new Set(naming).size).toBeGreaterThan(0.95 * naming.length);
  });

  it('name nothing in words of the template itself', () => {
    const isKnown = (word: string): boolean => {
      const mask = lookUpName(toNameKey(word));
      return (
        (mask & (NAME_CLASS.country | NAME_CLASS.city | NAME_CLASS.body | NAME_CLASS.people)) !== 0 &&
        (mask & NAME_CLASS.ordinary) === 0
      );
    };
    const literals = readTemplates().flatMap(({ parts }) => textsOf(parts));
    const words = literals.flatMap((text) => text.match(/(?<![\p{L}.])\p{Lu}[\p{L}.']+/gu) ?? []);
    expect(words.filter(isKnown)).toEqual([]);
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
