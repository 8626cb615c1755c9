import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { RulesetError } from '../../src/rules/ruleset-error.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-rules-'));
  cpSync(new URL('../../rules/', import.meta.url), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RULE = `about: test rules
licence: Apache-2.0
rules:
  - id: pigeon-post
    kind: spam_insert
    message: pigeon post advert
    confidence: 0.9
    phrases: ["pigeon post delivers"]
    examples:
      match: ["Pigeon Post delivers!"]
      allow: ["The pigeon came by post."]
`;

function loadWith(content: string, file = 'extra.yaml'): () => unknown {
  writeFileSync(join(folder, file), content);
  return () => loadRuleset(folder);
}

function replaceIn(file: string, from: string, to: string): () => unknown {
  return loadWith(readFileSync(join(folder, file), 'utf8').replace(from, to), file);
}

describe('loadRuleset', () => {
  it('loads a rule from one new file, with family and version in its id', () => {
    loadWith(RULE);
    expect(loadRuleset(folder).phraseRules.map((rule) => rule.id)).toContain('extra.pigeon-post@1');
  });

  it.each([
    ['an unknown field', RULE.replace('message:', 'mesage:'), /^extra\.yaml:\d+: /],
    ['an unknown kind', RULE.replace('spam_insert', 'spam'), /^extra\.yaml:5: /],
    ['a rule without an allow example', RULE.replace(/ {6}allow.*\n/, ''), /^extra\.yaml:\d+: rules\.examples\.allow/],
    [
      'a match example that does not match',
      RULE.replace('Pigeon Post delivers!', 'Nothing.'),
      /extra\.yaml:4: rule extra\.pigeon-post@1, examples\.match\[0\]: .*must match/,
    ],
    [
      'an allow example that matches',
      RULE.replace('The pigeon came by post.', 'pigeon post delivers'),
      /extra\.yaml:4: .*examples\.allow\[0\]: .*must not match/,
    ],
    [
      'a second rule of the same id',
      `${RULE}${RULE.slice(RULE.indexOf('  - id'))}`,
      /extra\.yaml:12: the rule "extra\.pigeon-post" stands already at extra\.yaml:4/,
    ],
    [
      'a threshold that nothing reads',
      'about: tests\nlicence: x1\nthresholds:\n  - { name: garbage.min_lenght, value: 3, unit: words, source: a test }\n',
      /extra\.yaml:4: nothing reads the threshold/,
    ],
    [
      'a threshold beyond all measure',
      'about: tests\nlicence: x1\nthresholds:\n  - { name: topics.sharing_rounds, value: 1000000, unit: rounds, source: a test }\n',
      /extra\.yaml:4: thresholds\.value: Too big/,
    ],
    ['broken YAML', 'about: "x\n', /^extra\.yaml:\d+: /],
    ['a key given twice', 'about: tests\nabout: again\nlicence: x1\n', /^extra\.yaml:2: /],
    [
      'an unknown placeholder',
      RULE.replace('pigeon post delivers', 'pigeon {colour} delivers'),
      /extra\.yaml:4: .*unknown placeholder/,
    ],
  ])('refuses %s with file and line', (_, content, message) => {
    const load = loadWith(content);
    expect(load).toThrow(RulesetError);
    expect(load).toThrow(message);
  });

  it('refuses a ruleset that lacks a threshold, a list, points or limits', () => {
    expect(replaceIn('thresholds.yaml', 'name: duplicate.min_words', 'name: duplicate.min_wordz')).toThrow(
      /thresholds\.yaml:\d+: nothing reads/,
    );
    expect(() => loadRuleset(join(folder, 'nowhere'))).toThrow(/cannot be read/);
  });

  it.each([
    [
      'a misspelt signal',
      'signals.yaml',
      'name: gopher.stop_words',
      'name: gopher.stopwords',
      /signals\.yaml:\d+: nothing measures the signal "gopher\.stopwords"/,
    ],
    [
      'a signal given twice',
      'signals.yaml',
      'name: blocks',
      'name: words',
      /signals\.yaml:\d+: the signal "words" stands already at signals\.yaml:\d+/,
    ],
    [
      'a signal without a definition',
      'signals.yaml',
      '    definition: Words of the text.\n',
      '',
      /signals\.yaml:\d+: signals\.definition/,
    ],
    [
      'a misspelt limit',
      'signals.yaml',
      '{ min: 0.8 }',
      '{ mim: 0.8 }',
      /signals\.yaml:\d+: unknown field "mim" in signals\.limit/,
    ],
    ['a limit without ends', 'signals.yaml', '{ min: 0.8 }', '{ languages: [en] }', /signals\.yaml:\d+: .*a min, a max, or both/],
    [
      'a limit that nothing can hold',
      'signals.yaml',
      '{ min: 50, max: 100000 }',
      '{ min: 50, max: 5 }',
      /signals\.yaml:\d+: .*min is no more than max/,
    ],
    [
      'a phrase signal without phrases',
      'signals.yaml',
      '    phrases: ["lorem ipsum"]\n',
      '',
      /signals\.yaml:\d+: the signal "c4\.lorem_ipsum": needs phrases/,
    ],
    [
      'phrases that nothing looks for',
      'signals.yaml',
      'limit: { min: 0.8 }',
      'phrases: ["a"]',
      /"gopher\.lettered_words": looks for no phrases/,
    ],
    [
      'a stop word of two words',
      'signals.yaml',
      '["the", "be"',
      '["of the", "be"',
      /"gopher\.stop_words": looks for single words/,
    ],
    [
      'a phrase without words',
      'signals.yaml',
      '["javascript"]',
      '["?!"]',
      /"c4\.javascript_lines": the phrase "\?!" holds no word/,
    ],
    ['a kind without a source', 'scoring.yaml', /( {4}cap: 2\n) {4}source: .*\n/u, '$1', /scoring\.yaml:\d+: kinds\.source/],
    [
      'a kind in no group',
      'scoring.yaml',
      '[personal_data, profanity]',
      '[personal_data]',
      /scoring\.yaml:1: no group holds the kind "profanity"/,
    ],
    [
      'a kind in two groups',
      'scoring.yaml',
      '[personal_data, profanity]',
      '[personal_data, profanity, duplicate]',
      /scoring\.yaml:\d+: the kind "duplicate" stands already in the group "repetition"/,
    ],
    [
      'groups of more than 100 points',
      'scoring.yaml',
      'cap: 35',
      'cap: 35.01',
      /scoring\.yaml:\d+: the caps of all groups add up to more than 100/,
    ],
    [
      'points of a rule that has none',
      'scoring.yaml',
      'rule: source.byline',
      'rule: source.bylines',
      /scoring\.yaml:\d+: no detector states points of its own for the rule "source\.bylines"/,
    ],
  ])('refuses %s', (_, file, from, to, message) => {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    expect(loadWith(after, file)).toThrow(message);
  });

  it('refuses a ruleset that lacks a signal that the engine measures', () => {
    const file = 'signals.yaml';
    const without = readFileSync(join(folder, file), 'utf8').replace(/ {2}- name: c4\.sentences\n(?: {4}.*\n)+/u, '');
    expect(loadWith(without, file)).toThrow(/signals\.yaml:1: the signal "c4\.sentences" is missing/);
  });

  it('keeps the points that a rule states beside those of detectors', () => {
    loadWith(RULE.replace('    confidence', '    points: 2.5\n    confidence'))();
    expect(loadRuleset(folder).rulePoints).toMatchObject({ 'extra.pigeon-post': 250, 'source.byline': 0 });
  });

  it('gives the same version whatever the order of files', () => {
    const before = loadRuleset(folder).version;
    writeFileSync(join(folder, 'a-first.yaml'), readFileSync(join(folder, 'scoring.yaml')));
    rmSync(join(folder, 'scoring.yaml'));
    expect(loadRuleset(folder).version).toBe(before);
    expect(loadWith(RULE)).not.toThrow();
    expect(loadRuleset(folder).version).not.toBe(before);
  });
});
