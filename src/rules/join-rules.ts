import { createHash } from 'node:crypto';
import type { JoinedRules, PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { RulesetError } from './ruleset-error.ts';

/** `family.name` of `family.name@version`. */
const nameOf = ({ id }: PhraseRule): string => id.slice(0, id.lastIndexOf('@'));

// A memo of a pure function of an immutable list.
const namesOf = new WeakMap<readonly PhraseRule[], ReadonlySet<string>>();

function readNames(rules: readonly PhraseRule[]): ReadonlySet<string> {
  const names = namesOf.get(rules) ?? new Set(rules.map(nameOf));
  namesOf.set(rules, names);
  return names;
}

function refuseTwice(known: ReadonlySet<string>, rules: readonly PhraseRule[]): void {
  const names = new Set<string>();
  for (const rule of rules) {
    const name = nameOf(rule);
    if (known.has(name) || names.has(name)) {
      throw new RulesetError(name, 0, `the rule "${name}" stands already in the ruleset`);
    }
    names.add(name);
  }
}

function hashJoined(joined: JoinedRules): string {
  return createHash('sha256').update(JSON.stringify(joined)).digest('hex');
}

/**
 * A ruleset with more phrase rules. It depends on the set of rules alone, not on their order nor on what was joined and left out before:
 * without further rules it is the ruleset itself. All else in it is shared with the ruleset, so it costs what the joined rules cost. Throws
 * `RulesetError` when two rules have one name.
 */
export function joinRules(ruleset: Ruleset, rules: readonly PhraseRule[]): Ruleset {
  if (rules.length === 0) return ruleset;
  const { version, joined: before, ...rest } = ruleset;
  const all = [...(before?.rules ?? []), ...rules];
  refuseTwice(readNames(ruleset.phraseRules), all);
  const joined = { base: before?.base ?? version, rules: all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
  return Object.freeze({ version: hashJoined(joined), ...rest, joined });
}
