import { detectorRules } from '../moderation/detect/detector-rules.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import { listFinders } from './list-finders.ts';

/** Names of all rules that a ruleset can find by, as findings say them: `family.name@version`. */
export function listRuleNames(ruleset: Ruleset): readonly string[] {
  const ofFinders = listFinders().flatMap(({ rules = [] }) => rules);
  return [...new Set([...ruleset.phraseRules, ...detectorRules, ...ofFinders].map(({ id }) => id))].sort();
}
