import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { keepOnly } from './keep-only.ts';
import { matchExample } from './match-example.ts';

/** An example that a rule does not hold to. */
export interface BrokenProof {
  readonly list: 'match' | 'allow';
  readonly index: number;
  readonly reason: string;
}

/** Runs a rule on its own examples: all that fail, in order. Throws `RangeError` when a phrase cannot be compiled. */
export function proveRule(rule: PhraseRule, ruleset: Ruleset): readonly BrokenProof[] {
  const alone = keepOnly(ruleset, [rule]);
  const matches = (text: string): boolean => matchExample(text, rule, alone).length > 0;
  const unmatched = rule.examples.match.flatMap((text, index) =>
    matches(text) ? [] : [{ list: 'match' as const, index, reason: 'this text must match, and does not' }],
  );
  const matched = rule.examples.allow.flatMap((text, index) =>
    matches(text) ? [{ list: 'allow' as const, index, reason: 'this text must not match, and does' }] : [],
  );
  return [...unmatched, ...matched];
}
