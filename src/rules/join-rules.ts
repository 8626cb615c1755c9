import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { hashRuleset } from './hash-ruleset.ts';
import { RulesetError } from './ruleset-error.ts';

/** `family.name` of `family.name@version`. */
const nameOf = ({ id }: PhraseRule): string => id.slice(0, id.lastIndexOf('@'));

function refuseTwice(rules: readonly PhraseRule[]): void {
  const names = new Set<string>();
  for (const rule of rules) {
    const name = nameOf(rule);
    if (names.has(name)) throw new RulesetError(name, 0, `the rule "${name}" stands already in the ruleset`);
    names.add(name);
  }
}

/**
 * A ruleset with more phrase rules. It depends on the set of rules alone, not on their order nor on what was joined and left out before:
 * without further rules it is the ruleset itself. All else in it is shared with the ruleset. Throws `RulesetError` when two rules have one name.
 */
export function joinRules(ruleset: Ruleset, rules: readonly PhraseRule[]): Ruleset {
  if (rules.length === 0) return ruleset;
  const all = [...ruleset.phraseRules, ...rules];
  refuseTwice(all);
  const { version: _, phraseRules: __, ...rest } = ruleset;
  const content = { phraseRules: all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)), ...rest };
  return Object.freeze({ version: hashRuleset(content), ...content });
}
