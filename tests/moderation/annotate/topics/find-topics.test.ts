import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { annotateBlocks } from '../../../../src/moderation/annotate/annotate-blocks.ts';
import { annotateTopics } from '../../../../src/moderation/annotate/annotate-topics.ts';
import { toPlainText } from '../../../../src/moderation/annotate/to-plain-text.ts';
import { indexMediaTopics } from '../../../../src/moderation/annotate/topics/media-topics.ts';
import { readWords } from '../../../../src/moderation/annotate/topics/read-words.ts';
import { loadAnnotationRules } from '../../../../src/rules/load-annotation-rules.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { nameEntities } from './name-entities.ts';
import { readTopics, SHIPPED } from './read-topics.ts';

const fileSchema = z.object({
  articles: z.array(z.object({ top: z.string().length(8), texts: z.array(z.string()) })),
  quiet: z.array(z.object({ text: z.string(), top: z.string().length(8).optional() })).default([]),
});
const readFile = (name: string) => fileSchema.parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')));

const { articles } = readFile('articles.yaml');
const short = readFile('short-articles.yaml');
const mixed = readFile('mixed-articles.yaml');
const cases = [...articles, ...short.articles, ...mixed.articles].flatMap(({ top, texts }) =>
  texts.map((text) => [top, text] as const),
);
const all = cases.map(([, text]) => text);

const topOf = ({ code, broader }: { code: string; broader: readonly string[] }): string => broader.at(-1) ?? code;

describe('findTopics', () => {
  it('knows articles of all 17 top-level concepts, five or more of each, and four of mixed words', () => {
    expect(articles.map(({ top }) => top)).toEqual(
      Array.from({ length: 17 }, (_, at) => `${String(at + 1).padStart(2, '0')}000000`),
    );
    expect(Math.min(...articles.map(({ texts }) => texts.length))).toBeGreaterThanOrEqual(5);
    expect(mixed.articles.map(({ top }) => top)).toEqual(articles.map(({ top }) => top));
    expect(Math.min(...mixed.articles.map(({ texts }) => texts.length))).toBeGreaterThanOrEqual(4);
  });

  it.each(cases)('medtop:%s leads: %s', (top, text) => {
    const [first] = readTopics(text);
    expect(first && topOf(first)).toBe(`medtop:${top}`);
  });

  it.each([
    ['15000000', 'The team won the cup match after the coach changed two players; the season’s last game ends the league.'],
    ['11000000', 'Parliament called an election, and the prime minister’s party asked voters for a new government.'],
    ['02000000', 'The court heard the murder trial; police said the suspect was arrested and the jury found him guilty.'],
    ['07000000', 'Doctors at the hospital gave patients the vaccine against the virus, a disease without another treatment.'],
    ['15000000', 'On clay courts she served badly and lost the first set; the court was wet and the match went on for hours.'],
    ['02000000', 'The court served him with papers; the judge set a date for the trial.'],
    ['09000000', 'The strike by train drivers goes into a second week; the union wants higher wages.'],
    ['16000000', 'The air strike hit a column of rebels; soldiers had shelled the village before.'],
    ['15000000', 'The strike partner of the captain scored the second goal after half-time.'],
    ['10000000', 'Bake the apples in the oven with butter and serve them with sauce.'],
    ['13000000', 'Apple has built its own chips into the laptop, and the operating system needs an update.'],
    ['03000000', 'Firefighters fought the blaze in the warehouse for hours; smoke drove families from their homes.'],
    ['09000000', 'She was fired on Monday with ninety other workers and went to the employment tribunal for redundancy pay.'],
  ])('words of several meanings, medtop:%s: %s', (top, text) => {
    const [first] = readTopics(text);
    expect(first && topOf(first)).toBe(`medtop:${top}`);
  });

  it('gives at most eight, the best first, each with its broader codes up to the top', () => {
    const topics = readTopics(all.slice(0, 40));
    expect(topics.length).toBeGreaterThan(3);
    expect(topics.length).toBeLessThanOrEqual(8);
    expect(topics.map(({ score }) => score)).toEqual(topics.map(({ score }) => score).sort((a, b) => b - a));
    for (const { code, broader, label } of topics) {
      expect(code).toMatch(/^medtop:\d{8}$/u);
      expect(label).not.toBe('');
      expect(code.endsWith('000000') ? '' : broader.at(-1)).toMatch(/^$|^medtop:\d{2}000000$/u);
    }
  });

  it('tells the specific concept, not the broader ones above it', () => {
    const topics = readTopics(
      'The striker and the goalkeeper of the football club were sent off; the midfielder took the penalty kick.',
    );
    expect(topics[0]?.label).toBe('soccer');
    expect(topics.map(({ label }) => label)).not.toContain('sport');
  });

  it('reads a title that was handed in', () => {
    expect(readTopics('It was a long day.', 'Tennis tournament').map(({ label }) => label)).toContain('tennis');
  });

  it('shows the words that earned a topic, the strongest first', () => {
    const text = 'The coup failed. After the coup the junta was arrested, and soldiers left the palace.';
    const coup = readTopics(text).find(({ label }) => label === "coup d'etat");
    expect(coup?.evidence.slice(0, 2).map(({ text: word, count }) => [word, count])).toEqual([
      ['coup', 2],
      ['junta', 1],
    ]);
    expect(coup?.evidence.map(({ weight }) => weight)).toEqual(coup?.evidence.map(({ weight }) => weight).sort((a, b) => b - a));
  });

  it.each([
    ['nothing', ''],
    ['names', 'Aldane Merrow Quill.'],
    ['small talk', 'She said that he would come later, and so they waited by the door until he was there.'],
  ])('says nothing about a text of %s', (_, text) => {
    expect(readTopics(text)).toEqual([]);
  });

  it.each(short.quiet)('has next to nothing to say about: $text', ({ text, top }) => {
    const found = readTopics(text).map(topOf);
    expect(found.length).toBeLessThanOrEqual(top === undefined ? 0 : 2);
    expect(found.filter((code) => code !== `medtop:${top}`)).toEqual([]);
  });

  it('does not read a recipe as news', () => {
    const recipe = all.find((text) => text.startsWith('Melt the butter')) ?? '';
    expect(readTopics(recipe).map(topOf)).toEqual(readTopics(recipe).map(() => 'medtop:10000000'));
  });
});

const word = fc.constantFrom(
  ...'coup junta court tennis Apple apple strike bank and the of Premier League oil price U.S. 2-1 S&P 500 \u202e \0 \ud800 😀 - & . ,'.split(
    ' ',
  ),
);
const anyText = fc.array(fc.oneof(word, fc.constantFrom(...all), fc.string({ unit: 'binary', maxLength: 12 })), {
  maxLength: 30,
});

describe('findTopics, words of names', () => {
  const labelsOf = (text: string, names: Parameters<typeof nameEntities>[1]): readonly string[] =>
    readTopics(text, undefined, SHIPPED, nameEntities(text, names)).map(({ label }) => label);

  it.each([
    ['Ada Bishop was born in Rome. Ada Bishop writes code.', [['PER', 'Ada Bishop']]],
    [
      'Ada Bishop, Tom Church, and Ida Knight met there.',
      [
        ['PER', 'Ada Bishop'],
        ['PER', 'Tom Church'],
        ['PER', 'Ida Knight'],
      ],
    ],
    ['Saltby Rovers signed him. Rovers paid on Monday.', [['ORG', 'Saltby Rovers', 'Rovers']]],
    [
      'They walked along Bishop Street to Missile Point.',
      [
        ['LOC', 'Bishop Street'],
        ['LOC', 'Missile Point'],
      ],
    ],
  ] as const)('do not speak as common nouns: %s', (text, names) => {
    expect(labelsOf(text, names)).toEqual([]);
    expect(labelsOf(text, [])).not.toEqual([]);
  });

  it.each([
    ['defense', 'The Ministry of Defence said that it would answer.', [['ORG', 'Ministry of Defence']]],
    ['banking', 'Merrow Bank said that it would answer.', [['ORG', 'Merrow Bank']]],
    ['Christianity', 'The Church of Aldane said that it would answer.', [['ORG', 'Church of Aldane']]],
    ['soccer', 'Manchester United said that it would answer.', [['ORG', 'Manchester United']]],
    ['classical music', 'They heard Wolfgang Mozart, and he liked it.', [['PER', 'Wolfgang Mozart']]],
  ] as const)('speak when they say what is named, or are known as a name, %s: %s', (label, text, names) => {
    expect(labelsOf(text, names)).toContain(label);
  });

  it('are those of the names that annotation finds', () => {
    const text = 'Ada Bishop was born in Rome. Ada Bishop writes code.';
    const rules = loadAnnotationRules();
    expect(annotateBlocks(toPlainText(text), {}, { rules }).topics).toEqual([]);
    expect(annotateTopics(text, rules)).toEqual([]);
  });

  it('speak beside a name', () => {
    expect(labelsOf('Ada Bishop met the bishop, and the bishop prayed.', [['PER', 'Ada Bishop']])).toContain('religious leader');
  });
});

describe('findTopics, capitals that open a sentence', () => {
  it.each([
    'Oracle bones were used to tell the future.',
    'Windows should be cleaned at noon.',
    'It was late. Mars bars are sold at the counter.',
    '“Twins often look at each other,” she said.',
  ])('make no name of an ordinary word: %s', (text) => {
    expect(readTopics(text)).toEqual([]);
  });

  it.each([
    ['information technology and computer science', 'Windows was sold. The maker said that Windows would change.'],
    ['science and technology', 'Apple showed its new phone.'],
    ['information technology and computer science', 'ALDANE (News) - Microsoft said so. Microsoft would answer.'],
  ])('count when the name stands inside a sentence too, or not alone, %s: %s', (label, text) => {
    expect(readTopics(text).map((topic) => topic.label)).toContain(label);
  });
});

describe('findTopics, one word in a longer text', () => {
  const filler = 'She said that he would come later, and so they waited by the door until he was there. '.repeat(5);

  it.each(['bishop', 'parent', 'knight', 'missile'])(
    'is not enough for a topic below the top, and for little above: %s',
    (word) => {
      const topics = readTopics(`${filler} The ${word} did it.`);
      expect(topics.filter(({ broader }) => broader.length > 0)).toEqual([]);
      expect(Math.max(0, ...topics.map(({ score }) => score))).toBeLessThanOrEqual(0.3);
    },
  );

  it.each([
    ['a short text', 'The bishop did it.', undefined],
    ['the title', filler, 'The bishop did it'],
    ['a word that says all', `${filler} The choreographer did it.`, undefined],
    ['three times', `${filler} The bishop did it. The bishop saw the bishop.`, undefined],
    ['two words', `${filler} The bishop did it in the cathedral.`, undefined],
  ])('is enough: %s', (_, text, title) => {
    expect(readTopics(text, title).length).toBeGreaterThan(0);
  });
});

describe('findTopics, one word in a short text', () => {
  const below = (text: string, title?: string) =>
    readTopics(text, title)
      .filter(({ broader }) => broader.length > 0)
      .map(({ label }) => label);

  it.each([
    'A parent was late again, and so the rest of them went in without waiting.',
    'The bishop did it.',
    'Nobody knew what the knight had meant by that, and nobody asked.',
    'There is no strike in that word, she said, and put it back.',
  ])('tells no concept below the top: %s', (text) => {
    expect(below(text)).toEqual([]);
  });

  it.each([
    ['viral disease', 'Measles returns to Aldane'],
    ['religious leader', 'The bishop did it in the cathedral.'],
    ['armed conflict', 'Rebels shell army base near border'],
    ['opera', 'Lost opera by a baker has its premiere'],
  ])('is enough when it has one sense or its field is confirmed, %s: %s', (label, text) => {
    expect(below(text)).toContain(label);
  });

  it('is enough in the title', () => {
    expect(below('It was a long day.', 'The bishop did it')).toContain('religious leader');
  });
});

describe('findTopics, words of definitions', () => {
  it.each(['let', 'over', 'above', 'stays', 'looks', 'needs', 'according', 'makes', 'whether'])(
    'are no function words: %s',
    (text) => {
      for (const index of [SHIPPED, indexMediaTopics({ ...loadAnnotationRules(), topics: [] })]) {
        const claims = index.terms.find(text, readWords(text, 0, text.length)).flatMap(({ term }) => term.claims);
        expect(claims.filter(({ isSupport }) => isSupport)).toEqual([]);
      }
    },
  );
});

describe('findTopics, for any text', () => {
  it('gives scores between 0 and 1 and evidence that stands in the text', () => {
    fc.assert(
      fc.property(anyText, (parts) => {
        const text = parts.join(' ');
        for (const { score, evidence } of readTopics(text)) {
          expect(score > 0 && score <= 1).toBe(true);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { text: found, count, weight } of evidence) {
            expect(text).toContain(found);
            expect(count).toBeGreaterThan(0);
            expect(weight).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('gives the same whatever the order of its paragraphs, but for the lead', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: 4, maxLength: 8 }), (paragraphs) => {
        // The words of the lead count more; behind a lead that stays in its place the order changes nothing.
        const lead = 'word '.repeat(80);
        const say = (texts: readonly string[]) =>
          readTopics([lead, ...texts]).map(({ code, score }) => `${code} ${score.toFixed(3)}`);
        expect(say([...paragraphs].reverse())).toEqual(say(paragraphs));
      }),
      // One order in some hundreds makes a sum that lies on a limit a little more or less.
      { numRuns: 1500 },
    );
  }, 60_000);
});

describe('findTopics, hostile texts', () => {
  it.each([
    ['a megabyte of one term', 'coup '.repeat(200_000)],
    ['beginnings of long phrases', 'World Bank of the '.repeat(50_000)],
    ['no blanks', 'a'.repeat(1_000_000)],
    ['apostrophes', "a'b'c'".repeat(100_000)],
    ['marks', `e${'\u0301'.repeat(500_000)}`],
    ['points', 'U.S.'.repeat(200_000)],
  ])(
    '%s',
    (_, text) => {
      expect(cpuSeconds(() => void readTopics(text))).toBeLessThan(3);
    },
    60_000,
  );
});

describe('shipped topics', () => {
  it('are all active concepts, each below one of 17', () => {
    expect(SHIPPED.concepts.length).toBe(1100);
    const tops = new Set(SHIPPED.concepts.map(({ code, broader }) => broader.at(-1) ?? code));
    expect(tops.size).toBe(17);
  });
});
