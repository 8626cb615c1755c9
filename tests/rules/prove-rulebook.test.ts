import { describe, expect, it } from 'vitest';
import type { PhraseRule } from '../../src/moderation/model/ruleset.ts';
import { proveRulebook } from '../../src/rules/prove-rulebook.ts';
import { readRulebook } from '../../src/rules/read-rulebook.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';

const shipped = readRulebook();

function bookOf(...rules: readonly Pick<PhraseRule, 'id' | 'phrases' | 'examples'>[]): Rulebook {
  const [model] = shipped.ruleset.phraseRules;
  if (!model) throw new TypeError('no rules are shipped');
  const common = { anchor: 'anywhere', minWords: 0, maxWords: 50, zones: ['body'], scope: 'block' } as const;
  const whole = rules.map((rule) => ({ ...model, ...common, ...rule }));
  const entries = whole.map((rule, at) => ({ rule, file: 'a.yaml', line: at + 1 }));
  return { ...shipped, rules: entries, ruleset: { ...shipped.ruleset, phraseRules: whole } };
}

const POST = { id: 'a.post@1', phrases: ['pigeon post'], examples: { match: ['Pigeon post!'], allow: ['A pigeon came.'] } };
const BOAT = { id: 'a.boat@1', phrases: ['paper boat'], examples: { match: ['Paper boat!'], allow: ['A boat came.'] } };

describe('proveRulebook', () => {
  it('holds the rules shipped to their examples', () => {
    const { failed, rules, examples, trials } = proveRulebook(shipped);
    expect(failed).toEqual([]);
    expect(rules).toBe(shipped.rules.length);
    expect(examples).toBeGreaterThan(2 * rules);
    expect(trials).toBeGreaterThan(examples);
  });

  it('lists every example that fails, each once', () => {
    const book = bookOf(POST, {
      ...BOAT,
      examples: { match: ['Nothing.', 'Nor this.'], allow: ['Paper boat.', 'Pigeon post.'] },
    });
    const failed = proveRulebook(book).failed.map(({ of, list, index, reason }) => [of.line, list, index, reason]);
    expect(failed).toEqual([
      [2, 'match', 0, 'this text must match, and does not'],
      [2, 'match', 1, 'this text must match, and does not'],
      [2, 'allow', 0, 'this text must not match, and does'],
      [2, 'allow', 1, 'this text must not match, and a.post@1 does'],
    ]);
  });

  it('names file and line of a phrase that is none', () => {
    expect(() => proveRulebook(bookOf({ ...POST, phrases: ['{colour} pigeon'] }))).toThrow(/^a\.yaml:1: rule a\.post@1: /u);
  });
});
