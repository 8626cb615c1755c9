import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTaxonomy } from '../../src/index.ts';
import { buildTopics } from '../../src/rules/build-topics.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { readRuleFile } from '../../src/rules/read-rule-file.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const HEAD = 'about: words\nlicence: Apache-2.0\ntopics:\n';
const build = (yaml: string) => buildTopics([readRuleFile('topics.yaml', HEAD + yaml)]);
const load = (yaml: string) => {
  const path = join(temporaryFolder({}), 'own.yaml');
  writeFileSync(path, yaml);
  return loadTaxonomy(path);
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
  ])('refuses with file and line: %s', (_, yaml, reason) => {
    expect(() => load(yaml)).toThrow(reason);
  });

  it('refuses a file that is not there', () => {
    expect(() => loadTaxonomy('/nowhere/own.yaml')).toThrow(/cannot be read/);
  });
});
