import { describe, expect, it } from 'vitest';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { proveRule } from '../../src/rules/prove-rule.ts';

const ruleset = loadRuleset();
const allowed = ruleset.phraseRules.flatMap((rule) => rule.examples.allow.map((text) => ({ from: rule.id, text })));

describe.each(ruleset.phraseRules.map((rule) => ({ id: rule.id, rule })))('rule $id', ({ rule }) => {
  it('leaves alone what any rule must leave alone', () => {
    for (const { from, text } of allowed) {
      const other = { ...rule, examples: { match: rule.examples.match, allow: [text] } };
      expect(proveRule(other, ruleset), `${text} (allowed by ${from})`).toEqual([]);
    }
  });
});
