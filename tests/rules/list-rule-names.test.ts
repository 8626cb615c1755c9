import { describe, expect, it } from 'vitest';
import { listRuleNames, loadRuleset, readRulebook } from '../../src/index.ts';

describe('the names of rules', () => {
  it('are those that the rulebook explains, of rules that are written and of rules in code', () => {
    const { rules, detectorRules } = readRulebook();
    const names = [...rules.map(({ rule }) => rule.id), ...detectorRules.map(({ id }) => id)];
    expect([...listRuleNames(loadRuleset())].sort()).toEqual([...new Set(names)].sort());
    expect(names).toContain('spam.exchange-discount@1');
    expect(names).toContain('hidden.markup@1');
  });
});
