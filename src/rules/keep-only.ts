import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';

/** A ruleset whose phrase rules are these alone, to see what they do by themselves; it is no version of anything. */
export function keepOnly(ruleset: Ruleset, phraseRules: readonly PhraseRule[]): Ruleset {
  const { joined: _, ...rest } = ruleset;
  return { ...rest, phraseRules };
}
