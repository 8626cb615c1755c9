import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/moderation/annotate/annotate.ts';
import { annotateBlocks } from '../../../src/moderation/annotate/annotate-blocks.ts';
import { loadAnnotationRules } from '../../../src/rules/load-annotation-rules.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const rules = loadAnnotationRules();

const word = fc.constantFrom(
  ...'Aldane Merrow Oskar Venn President General the of and in Ministry Union (MTU) said, Norway’s U.S. J. don’t 12 March 2024 $5 million 40 km. 😀 \u202e \0 \ud800 Ada-Bek'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.array(word, { maxLength: 80 }).map((words) => words.join(' ')),
  fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('\n\n')), { maxLength: 60 })
    .map((parts) => parts.join(' ')),
);

describe('annotate, for any text', () => {
  it('gives offsets that hold, in order, and scores between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { entities, values, topics, keyphrases } = annotate(text, { rules });
        for (const { mentions, name } of entities) {
          expect(name).not.toBe('');
          expect(mentions.length).toBeGreaterThan(0);
          for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        }
        const spans = entities.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
        for (const [index, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        for (const value of values) expect(text.slice(value.sourceStart, value.sourceEnd)).toBe(value.text);
        for (const { score } of [...topics, ...keyphrases]) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('gives the same result each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.stringify(annotate(text, { rules }))).toBe(JSON.stringify(annotate(text, { rules })));
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

describe('annotate, dates', () => {
  it('reckons from the date of publication that it is given', () => {
    const text = 'The harbour council met yesterday to hear what the pilots wanted.';
    expect(annotate(text, { rules, publishedAt: '2024-03-01' }).values.map(({ value }) => value)).toEqual(['2024-02-29']);
    expect(annotate(text, { rules }).values.map(({ value }) => value)).toEqual([null]);
  });
});

describe('annotate, languages', () => {
  it('reads English only', () => {
    const text =
      'Der Hafenrat von Aldane trat am Mittag zusammen, um Oskar Venn zu hören, und die meisten Lotsen blieben bis zum Abend.';
    const { language, ...found } = annotate(text, { rules });
    expect(found).toEqual({ entities: [], values: [], topics: [], keyphrases: [], incomplete: [] });
    expect(language.code).toBe('de');
  });

  it('reads the English paragraphs of a mixed text alone', () => {
    const german =
      '„Wir warten seit dem 3. März 2024 auf Antwort von Präsident Oskar Venn“, sagte Jens Petersen in Hamburg, „und 500 Euro sind weg.“';
    const english = 'The harbour council of Aldane met at noon on 5 March 2024 to hear what the pilots wanted, and most stayed.';
    const mixed = annotate(`${english}\n\n${german}\n\n${english}`, { rules });
    const from = mixed.entities.flatMap(({ mentions }) => mentions);
    const inside = (start: number) => start > english.length && start < english.length + german.length + 2;
    expect(from.length).toBeGreaterThan(0);
    expect(from.some(({ start }) => inside(start))).toBe(false);
    expect(mixed.values.length).toBe(2);
    expect(mixed.values.some(({ sourceStart }) => inside(sourceStart))).toBe(false);
    expect(mixed.keyphrases.some(({ text }) => german.includes(text))).toBe(false);
  });

  it('says that a text is English', () => {
    expect(annotate('The harbour council met at noon to hear what the pilots wanted, and most stayed.').language.code).toBe('en');
  });

  it('reads a short text as English', () => {
    expect(annotate('Oskar Venn, Aldane').entities.length).toBeGreaterThan(0);
  });
});

describe('annotate, hostile texts', () => {
  it.each([
    ['one line of 10 MB', 'Aldane met Merrow and '.repeat(450_000)],
    ['a megabyte of words', 'word and other '.repeat(66_000)],
    ['10,000 blocks', 'The harbour met Ada Quill.\n\n'.repeat(10_000)],
    ['emoji', '😀'.repeat(100_000)],
    ['NULs', '\0'.repeat(100_000)],
    ['lone surrogates', '\ud800A '.repeat(60_000)],
    ['right to left', '\u202eשלום Aldane '.repeat(20_000)],
    ['a megabyte of capitals', 'MERROW TIDE UNION OF ADA QUILL '.repeat(33_000)],
    ['a megabyte of capitalised words', 'Merrow Tide Union Of Ada Quill '.repeat(33_000)],
    ['initials', 'A. '.repeat(80_000)],
    ['one letter', 'a'.repeat(1_000_000)],
    ['blank lines of spaces', `\n${' '.repeat(1000)}`.repeat(1000)],
    ['digits', '1,'.repeat(150_000)],
    ['links', 'Bank of the '.repeat(25_000)],
    ['distinct acronyms', Array.from({ length: 20_000 }, (_, index) => `Foo${index.toString(36)} Bar Union`).join(', ')],
  ])(
    '%s',
    (_, text) => {
      let entities: ReturnType<typeof annotate>['entities'] = [];
      const seconds = cpuSeconds(() => {
        ({ entities } = annotate(text, { rules }));
      });
      expect(seconds).toBeLessThan(30);
      for (const { mentions } of entities)
        for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    },
    240_000,
  );
});

describe('annotateBlocks', () => {
  const readWhole = (text: string) => {
    const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
    return annotateBlocks({ text, edits: [], blocks: [block], toSource: (span) => span }, {}, { rules });
  };

  it('says that entities are incomplete on a text over the cap', () => {
    const result = readWhole('The crew met Oskar Venn in the harbour of Aldane. '.repeat(8000));
    expect(result.incomplete).toEqual(['entities']);
    expect(result.language.code).toBe('en');
  }, 60_000);

  it('says that values are incomplete on a text over their cap', () => {
    const result = readWhole('The crew of the old ferry waited there for the tide. '.repeat(20_000));
    expect(result.incomplete).toEqual(['entities', 'values']);
    const crowded = readWhole('5 km, the other 6 km, '.repeat(10_500));
    expect(crowded.incomplete).toEqual(['values']);
    expect(crowded.values.length).toBe(20_000);
  }, 60_000);

  it('takes keyphrases from the first 100,000 characters, which is no cut', () => {
    const text = 'The harbour pilots waited for the winter tide. '.repeat(3000) + 'The glass works burned. '.repeat(3000);
    const { keyphrases, incomplete } = readWhole(text);
    expect(incomplete).toEqual([]);
    expect(keyphrases.map((phrase) => phrase.text)).toContain('harbour pilots');
    expect(keyphrases.map((phrase) => phrase.text)).not.toContain('glass works');
  }, 60_000);
});
