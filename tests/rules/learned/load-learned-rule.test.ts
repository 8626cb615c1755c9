import { describe, expect, it } from 'vitest';
import type { LearnedRule } from '../../../src/rules/learned/learned-rule-schema.ts';
import { loadLearnedRule } from '../../../src/rules/learned/load-learned-rule.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { RulesetError } from '../../../src/rules/ruleset-error.ts';

const BASE = loadRuleset();
const GOOD: LearnedRule = {
  ...{ name: 'lamp-sale', version: 3, kind: 'spam_insert', form: 'pattern', text: 'lamps {number}% off' },
  ...{ scope: 'block', anchor: 'anywhere', maxWords: 12, message: 'lamp adverts' },
  examples: { match: ['Lamps 20% off today'], allow: ['The lamps went off.'] },
};

describe('a learned rule is loaded', () => {
  it('as a phrase rule of the family "learned"', () => {
    expect(loadLearnedRule(GOOD, BASE)).toMatchObject({
      ...{ id: 'learned.lamp-sale@3', kind: 'spam_insert', action: 'removed', confidence: 0.9 },
      ...{ phrases: ['lamps {number}% off'], maxWords: 12, zones: ['header', 'body', 'tail'] },
    });
  });

  it.each(['personal_data', 'profanity'] as const)('and takes nothing out when it is about %s', (kind) => {
    expect(loadLearnedRule({ ...GOOD, kind }, BASE).action).toBe('flagged');
  });

  it.each<[string, object, string]>([
    ['an unknown field', { ...GOOD, regex: 'x' }, 'unknown field "regex"'],
    ['an unknown field within', { ...GOOD, examples: { ...GOOD.examples, maybe: [] } }, 'unknown field "maybe"'],
    ['no proof', { ...GOOD, examples: { match: ['Lamps 20% off today'], allow: [] } }, 'no text that it must not match'],
    ['nothing that it must match', { ...GOOD, examples: { match: [], allow: ['x'] } }, 'examples.match'],
    [
      'a proof that fails',
      { ...GOOD, examples: { ...GOOD.examples, match: ['Lamps'] } },
      'examples.match[0]: this text must match',
    ],
    [
      'an allowed text that matches',
      { ...GOOD, examples: { ...GOOD.examples, allow: ['Lamps 5% off'] } },
      'examples.allow[0]: this text must not match',
    ],
    [
      'a text that would be tried at every word',
      { ...GOOD, text: '{word} lamps off' },
      'learned.lamp-sale@3: it begins with what fits',
    ],
    ['too many phrases', { ...GOOD, text: 'lamps at {url} or {url} or {url}' }, 'more than 64 phrases'],
    ['a phrase with a placeholder', { ...GOOD, form: 'phrase' }, 'a phrase has no placeholder'],
    ['a pattern without one', { ...GOOD, text: 'lamps off' }, 'a pattern has a placeholder'],
    ['a kind that is measured', { ...GOOD, kind: 'duplicate' }, 'kind'],
    ['a name that is none', { ...GOOD, name: 'Lamp Sale' }, 'lower-case words'],
    ['no object', [], 'expected object'],
  ])('%s is refused', (_, content, reason) => {
    const load = () => loadLearnedRule(content, BASE);
    expect(load).toThrow(RulesetError);
    expect(load).toThrow(reason);
  });

  it('with a proof that is begun, where that is asked for', () => {
    const begun = { ...GOOD, examples: { match: ['Lamps 20% off today'], allow: [] } };
    expect(loadLearnedRule(begun, BASE, 'begun').id).toBe('learned.lamp-sale@3');
    const wrong = { ...begun, examples: { match: ['Lamps'], allow: [] } };
    expect(() => loadLearnedRule(wrong, BASE, 'begun')).toThrow('must match');
  });
});
