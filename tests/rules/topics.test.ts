import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTaxonomy, RulesetError } from '../../src/index.ts';
import { readTopicLimits } from '../../src/moderation/annotate/topics/topic-limits.ts';
import { buildTopics } from '../../src/rules/build-topics.ts';
import { loadAnnotationRules } from '../../src/rules/load-annotation-rules.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { readRuleFile } from '../../src/rules/read-rule-file.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { cpuSeconds } from '../cpu-seconds.ts';

const limits = readTopicLimits(loadAnnotationRules().thresholds);
const HEAD = 'about: words\nlicence: Apache-2.0\ntopics:\n';
const build = (yaml: string) => buildTopics([readRuleFile('topics.yaml', HEAD + yaml)], limits);
const load = (yaml: string) => {
  const path = join(temporaryFolder({}), 'own.yaml');
  writeFileSync(path, yaml);
  return loadTaxonomy(path);
};

/** Topics of which each stands below the one before. */
const chain = (length: number): string =>
  `topics:\n${Array.from({ length }, (_, at) => `  - { code: t${at}, label: T${at > 0 ? `, broader: t${at - 1}` : ''} }\n`).join('')}`;
const manyTerms = (count: number): string => {
  const words = Array.from({ length: count }, (_, at) => `w${at.toString(36)}x`);
  return `topics:\n  - code: a\n    label: A\n    terms: ${words.slice(1).join(',')}\n  - code: b\n    label: B\n    terms: ${words[0]}\n`;
};

describe('words of topics in rules', () => {
  it('come with weights by their list, phrases with more, and their own where one is written', () => {
    const [topic] = build(
      '  - code: medtop:20000070\n    certain: junta\n    strong: coup, military coup\n    terms: >-\n      revolt,\n      uprising=1.5\n    weak: palace\n    not: coup de grace\n',
    );
    expect(topic).toEqual({
      code: 'medtop:20000070',
      terms: [
        { term: 'junta', weight: 2.4 },
        { term: 'coup', weight: 1.6 },
        { term: 'military coup', weight: 2 },
        { term: 'revolt', weight: 0.8 },
        { term: 'uprising', weight: 1.5 },
        { term: 'palace', weight: 0.2 },
      ],
      not: ['coup de grace'],
    });
  });

  it.each([
    [
      'an unknown code',
      '  - code: medtop:99999999\n    terms: a word\n',
      /^topics\.yaml:4: "medtop:99999999" is no active concept/,
    ],
    ['an unknown field', '  - code: medtop:11000000\n    words: vote\n', /^topics\.yaml:5: unknown field "words"/],
    [
      'a code that stands twice',
      '  - code: medtop:11000000\n    terms: vote\n  - code: medtop:11000000\n    terms: poll\n',
      /^topics\.yaml:6: the topic "medtop:11000000" stands already at topics\.yaml:4/,
    ],
    [
      'a term twice',
      '  - code: medtop:11000000\n    strong: vote\n    weak: poll, vote\n',
      /^topics\.yaml:6: .*"vote" stands twice/,
    ],
    ['a term without a word', '  - code: medtop:11000000\n    terms: vote, ??\n', /^topics\.yaml:5: .*"\?\?" holds no word/],
    ['a weight of nothing', '  - code: medtop:11000000\n    terms: vote=0\n', /^topics\.yaml:5: .*"vote" is not above 0/],
    ['a phrase that is a term', '  - code: medtop:11000000\n    terms: vote\n    not: vote\n', /^topics\.yaml:6: .*also a term/],
    [
      'a weight that is no number',
      '  - code: medtop:11000000\n    terms: vote=two\n',
      /^topics\.yaml:5: .*"vote=two" has no number for a weight/,
    ],
    ['a list of commas', '  - code: medtop:11000000\n    terms: ","\n', /^topics\.yaml:5: .*the list "terms" is empty/],
    ['an empty list of phrases', '  - code: medtop:11000000\n    not: ","\n', /^topics\.yaml:5: .*the list "not" is empty/],
    [
      'a term of nine words',
      '  - code: medtop:11000000\n    terms: a b c d e f g h i\n',
      /^topics\.yaml:5: .*"a b c d e f g h i" has more than 8 words/,
    ],
    [
      'a phrase of nine words',
      '  - code: medtop:11000000\n    not: a b c d e f g h i\n',
      /^topics\.yaml:5: .*"a b c d e f g h i" has more than 8 words/,
    ],
    [
      'a term of endless length',
      `  - code: medtop:11000000\n    terms: ${'w'.repeat(201)}\n`,
      /^topics\.yaml:5: .*"w{40}…" is longer than 200 characters/,
    ],
  ])('are refused with file and line: %s', (_, yaml, reason) => {
    expect(() => build(yaml)).toThrow(reason);
  });

  it('are many, and know all 17 top-level concepts', () => {
    const { topics } = loadRuleset();
    expect(topics.length).toBeGreaterThan(400);
    const tops = topics.filter(({ code }) => code.endsWith('000000'));
    expect(tops.length).toBe(17);
    for (const { terms } of tops) expect(terms.length).toBeGreaterThan(100);
  });
});

describe('loadTaxonomy', () => {
  it('reads codes, labels, the chain of broader ones, and words', () => {
    const taxonomy = load(
      'about: our desks\ntopics:\n  - { code: port, label: Port, terms: "harbour, ferry=2" }\n  - { code: pilots, label: Pilots, broader: port, strong: pilot boat }\n  - { code: boats, label: Boats, broader: pilots }\n',
    );
    expect(taxonomy.version).toMatch(/^taxonomy\/[0-9a-f]{12}$/u);
    expect(taxonomy.concepts.map(({ code, broader }) => [code, broader])).toEqual([
      ['port', []],
      ['pilots', ['port']],
      ['boats', ['pilots', 'port']],
    ]);
    expect(taxonomy.concepts[0]?.terms).toEqual([
      { term: 'harbour', weight: 0.8 },
      { term: 'ferry', weight: 2 },
    ]);
  });

  it('reads JSON as well', () => {
    expect(load('{"topics": [{"code": "a", "label": "A", "terms": "word"}]}').concepts.length).toBe(1);
  });

  it.each([
    ['no topics', 'topics: []\n', /own\.yaml:1: /],
    ['an unknown field', 'topics:\n  - code: a\n    label: A\n    color: red\n', /own\.yaml:4: unknown field "color"/],
    ['no label', 'topics:\n  - code: a\n', /own\.yaml:2: topics\.label: /],
    [
      'a code twice',
      'topics:\n  - { code: a, label: A }\n  - { code: a, label: B }\n',
      /own\.yaml:3: the topic "a" stands already/,
    ],
    ['a broader one that is not there', 'topics:\n  - { code: a, label: A, broader: b }\n', /own\.yaml:2: there is no topic "b"/],
    [
      'a circle',
      'topics:\n  - { code: a, label: A, broader: b }\n  - { code: b, label: B, broader: a }\n',
      /own\.yaml:2: the topic "a" would stand above itself/,
    ],
    ['no YAML', 'topics: [\n', /own\.yaml:\d+: /],
    [
      'an alias',
      'about: &a words\ntopics:\n  - code: a\n    label: *a\n',
      /own\.yaml:4: an alias \("\*a"\) is not read: write out what it stands for/,
    ],
    ['an alias of nothing', 'topics:\n  - { code: a, label: *b }\n', /own\.yaml:2: /],
    ['a merge of nothing', '<<: *b\ntopics: []\n', /own\.yaml:1: /],
    ['two documents', 'topics: []\n---\ntopics: []\n', /own\.yaml:\d+: /],
    ['an unknown tag', 'topics: !words []\n', /own\.yaml:1: /],
    ['a mistyped weight', 'topics:\n  - code: a\n    label: A\n    terms: salt=two\n', /own\.yaml:4: a: .*"salt=two"/],
    ['deep nesting', `topics: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, /own\.yaml:1: /],
    ['a chain too deep', chain(34), /own\.yaml:35: the topic "t33" has more than 32 topics above it/],
    [
      'a wide circle',
      `${chain(3000)}  - { code: x, label: X, broader: y }\n  - { code: y, label: Y, broader: x }\n`,
      /own\.yaml:35: /,
    ],
    ['too many topics', `topics:\n${'  - { code: a, label: A }\n'.repeat(10_001)}`, /own\.yaml:10002: more than 10000 topics/],
    ['too many terms', manyTerms(200_001), /own\.yaml:5: more than 200000 terms/],
  ])('refuses with file and line: %s', (_, yaml, reason) => {
    expect(() => load(yaml)).toThrow(reason);
  });

  it('takes linear time for a chain that is too deep', () => {
    const yaml = `topics:\n${Array.from({ length: 5000 }, (_, at) => `  - { code: t${at}, label: T, broader: t${at + 1} }\n`).join('')}`;
    expect(cpuSeconds(() => expect(() => load(`${yaml}  - { code: t5000, label: T }\n`)).toThrow(/more than 32/))).toBeLessThan(
      5,
    );
  }, 60_000);

  it('takes as many topics above one as it says', () => {
    expect(load(chain(33)).concepts.at(-1)?.broader.length).toBe(32);
  });

  it('throws nothing but RulesetError for what is in a file', () => {
    const part = fc.constantFrom(
      ...[
        'topics:',
        '\n',
        '  - ',
        'code: a',
        'label: A',
        '&a ',
        '*a',
        '<<: ',
        '{',
        '}',
        '[',
        ']',
        '!!set ',
        '"',
        ', ',
        '? ',
        ': ',
        '|',
        '%',
        '---',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 20 }), (parts) => {
        try {
          load(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(RulesetError);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each([
    ['/nowhere/own.yaml', '/nowhere/own.yaml: the taxonomy cannot be read: there is no such file'],
    ['/', '/: the taxonomy cannot be read: it is a folder'],
    ['', '"": the taxonomy cannot be read: no file is named'],
  ])('says why it does not read "%s"', (path, reason) => {
    expect(() => loadTaxonomy(path)).toThrow(RulesetError);
    expect(() => loadTaxonomy(path)).toThrow(reason);
  });

  it('says that a file is too large, or no UTF-8', () => {
    expect(() => load(`# ${'-'.repeat(5_000_000)}\ntopics:\n  - { code: a, label: A }\n`)).toThrow(
      /own\.yaml: the taxonomy cannot be read: it is larger than 5000000 bytes/,
    );
    const path = join(temporaryFolder({}), 'own.yaml');
    writeFileSync(path, Buffer.from([0x61, 0xff, 0xfe]));
    expect(() => loadTaxonomy(path)).toThrow(/own\.yaml: the taxonomy cannot be read: it is not UTF-8/);
  });

  it('is frozen in all its parts', () => {
    const taxonomy = load(
      'topics:\n  - { code: a, label: A, terms: "salt, tide", not: salt tide }\n  - { code: b, label: B, broader: a }\n',
    );
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(taxonomy)).toBe(true);
  });
});
