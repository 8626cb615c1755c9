import { detectorRules } from '../moderation/detect/detector-rules.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import { listFinders } from './list-finders.ts';

/** Names, with their versions, of all rules by which something is found with a ruleset: its phrase rules, and those that detectors have in their code. */
export function listRuleNames({ phraseRules }: Ruleset): ReadonlySet<string> {
  const stated = listFinders().flatMap(({ rules = [] }) => rules);
  return new Set([...phraseRules, ...detectorRules, ...stated].map(({ id }) => id));
}
