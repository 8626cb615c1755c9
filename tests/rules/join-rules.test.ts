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
        const { version, phraseRules, ...rest } = joinRules(BASE, rules);
        const ids = new Set(rules.map(({ id }) => id));
        const content = { phraseRules: phraseRules.filter(({ id }) => !ids.has(id)), ...rest };
        expect(hashRuleset(content)).toBe(BASE.version);
        expect(JSON.stringify({ version: BASE.version, ...content })).toBe(JSON.stringify(BASE));
        expect(version === BASE.version).toBe(rules.length === 0);
      }),
    );
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
