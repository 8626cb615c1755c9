import { expect, it } from 'vitest';
import { loadRuleset } from '../../src/index.ts';
import { listRuleNames } from '../../src/rules/list-rule-names.ts';
import { readRulebook } from '../../src/rules/read-rulebook.ts';

it('names every rule of phrases and of detectors once', () => {
  const names = listRuleNames(loadRuleset());
  const book = readRulebook();
  for (const { rule } of book.rules) expect(names).toContain(rule.id);
  for (const { id } of book.detectorRules) expect(names).toContain(id);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[\w-]+\.[\w-]+@\d+$/u.test(name))).toEqual([]);
});
