import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moderate } from '../../src/moderate.ts';
import type { PhraseRule } from '../../src/moderation/model/ruleset.ts';
import { hashRuleset } from '../../src/rules/hash-ruleset.ts';
import { joinRules } from '../../src/rules/join-rules.ts';
import { loadLearnedRule } from '../../src/rules/learned/load-learned-rule.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { RulesetError } from '../../src/rules/ruleset-error.ts';

const BASE = loadRuleset();
const WORDS = ['kettles', 'lanterns', 'ferries', 'gloves', 'bicycles', 'tents'];

function learn(word: string, version = 1): PhraseRule {
  return loadLearnedRule(
    {
      ...{ name: `cheap-${word}`, version, kind: 'spam_insert', form: 'phrase', text: `cheap ${word} for harbour folk` },
      ...{ scope: 'block', anchor: 'anywhere', maxWords: 30, message: `adverts for ${word}` },
      examples: { match: [`Cheap ${word} for harbour folk!`], allow: [`The council bought ${word}.`] },
    },
    BASE,
  );
}

const RULES = WORDS.map((word) => learn(word));

/** Labels of a page, which also tell what the lines beside them are. */
const LABELS = ['Tidepost', 'Harbour mail', 'Tidepost club'].map((text) => ({
  text,
  rule: loadLearnedRule(
    {
      ...{
        name: `label-${text.toLowerCase().replace(' ', '-')}`,
        version: 1,
        kind: 'boilerplate',
        form: 'phrase',
        text: text.toLowerCase(),
      },
      ...{ scope: 'block', anchor: 'whole', maxWords: 20, message: `the label ${text}` },
      examples: { match: [text], allow: [`The ${text} was read.`] },
    },
    BASE,
  ),
}));
/** Learn or unlearn the rule of an index. */
const acts = fc.array(fc.tuple(fc.boolean(), fc.nat(RULES.length - 1)), { maxLength: 30 });

/** Plays acts one by one on a ruleset, as a tenant's rules change one by one. */
function play(steps: readonly (readonly [boolean, number])[]): ReadonlySet<number> {
  const learned = new Set<number>();
  for (const [isLearned, index] of steps) {
    if (isLearned) learned.add(index);
    else learned.delete(index);
  }
  return learned;
}

const pick = (indices: Iterable<number>) => [...indices].flatMap((index) => RULES[index] ?? []);

describe('learned rules join a ruleset', () => {
  it('without a rule it is the same ruleset', () => {
    expect(joinRules(BASE, [])).toBe(BASE);
  });

  it('after any acts it is what the rules that are left make, whatever came before', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        const left = play(steps);
        const joined = joinRules(BASE, pick(left));
        const anew = joinRules(BASE, pick([...left].sort((a, b) => a - b)));
        expect(joined.version).toBe(anew.version);
        expect(JSON.stringify(joined)).toBe(JSON.stringify(anew));
        expect(joined.version === BASE.version).toBe(left.size === 0);
      }),
    );
  });

  it('unlearning is the exact inverse of learning, for the hash and for the content', () => {
    fc.assert(
      fc.property(fc.subarray(RULES), (rules) => {
        const { version, joined, ...content } = joinRules(BASE, rules);
        expect(hashRuleset(content)).toBe(BASE.version);
        expect(JSON.stringify({ version: BASE.version, ...content })).toBe(JSON.stringify(BASE));
        expect([joined?.base ?? BASE.version, joined?.rules.length ?? 0]).toEqual([BASE.version, rules.length]);
        expect(version === BASE.version).toBe(rules.length === 0);
      }),
    );
  });

  it('joined one after the other they are what they are at once', () => {
    const [first, ...others] = RULES;
    if (!first) throw new Error('no rules');
    expect(joinRules(joinRules(BASE, others), [first])).toEqual(joinRules(BASE, RULES));
    expect(() => joinRules(joinRules(BASE, RULES), [first])).toThrow(RulesetError);
  });

  it('what is compiled of a ruleset is compiled once for all that is joined to it', () => {
    const joined = joinRules(BASE, RULES);
    for (const name of ['phraseRules', 'lists', 'thresholds', 'signals', 'topics'] as const)
      expect(joined[name]).toBe(BASE[name]);
  });

  it('finds what one ruleset of all the rules finds', () => {
    const lines = fc.array(
      fc.constantFrom(
        ...WORDS.map((word) => `Cheap ${word} for harbour folk`),
        ...LABELS.map(({ text }) => text),
        ...['Share', 'Read more', 'Home', 'Cheap tents for harbour folk Share', 'Share Tidepost Tweet', 'Advertisement'],
        'The pilots of Merrow met at noon to hear the council, and left at four with nothing agreed.',
        'She said the harbour would stay open, cheap kettles for harbour folk or not, until the ferries were repaired.',
      ),
      { minLength: 1, maxLength: 14 },
    );
    const html = fc.constantFrom('text' as const, 'html' as const);
    let found = 0;
    fc.assert(
      fc.property(lines, fc.subarray([...RULES, ...LABELS.map(({ rule }) => rule)]), html, (texts, rules, format) => {
        const joined = joinRules(BASE, rules);
        const { joined: _, ...rest } = joined;
        const whole = { ...rest, phraseRules: [...BASE.phraseRules, ...rules].sort((a, b) => (a.id < b.id ? -1 : 1)) };
        const text = format === 'text' ? texts.join('\n\n') : texts.map((one) => `<p>${one}</p>`).join('');
        const article = { id: 'a', text, format };
        const result = moderate(article, { ruleset: joined });
        expect(result).toEqual(moderate(article, { ruleset: whole }));
        found += result.findings.filter(({ rule }) => rule.startsWith('learned.')).length;
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('another version of a rule makes another ruleset', () => {
    const [first] = WORDS;
    const versions = [1, 2].map((version) => joinRules(BASE, [learn(first ?? '', version)]).version);
    expect(new Set([...versions, BASE.version]).size).toBe(3);
  });

  it('changes nothing of the ruleset, and refuses a second rule of one name', () => {
    const before = JSON.stringify(BASE);
    joinRules(BASE, RULES);
    expect(JSON.stringify(BASE)).toBe(before);
    const twice = () => joinRules(BASE, [learn('kettles'), learn('kettles', 2)]);
    expect(twice).toThrow(RulesetError);
    expect(twice).toThrow('learned.cheap-kettles');
  });

  it('findings name the rule with its version, and the result the ruleset', () => {
    const text =
      'The pilots of Merrow met at noon to hear the council.\n\nCheap tents for harbour folk, this week only\n\nThey left at four.';
    const ruleset = joinRules(BASE, RULES);
    const result = moderate({ id: 'a', text }, { ruleset });
    expect(result.findings.map(({ rule }) => rule)).toContain('learned.cheap-tents@1');
    expect(result.text).not.toContain('tents');
    expect(result.provenance.ruleset).toBe(ruleset.version);
    const after = moderate({ id: 'a', text }, { ruleset: joinRules(BASE, []) });
    expect(after).toEqual(moderate({ id: 'a', text }, { ruleset: BASE }));
  });
});
