import type { FindingKind } from '../../moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../../moderation/model/ruleset.ts';

/** Points, not hundredths. */
export interface Price {
  /** What one finding takes. */
  readonly points: number;
  /** Who says so: the rule itself, or its kind. */
  readonly from: 'rule' | 'kind';
  /** The most that all findings of the kind take together. */
  readonly cap: number;
}

/** What a finding of a rule takes from the score. */
export function priceRule(rule: Pick<PhraseRule, 'hundredths'> & { readonly kind: FindingKind }, ruleset: Ruleset): Price {
  const { hundredths, cap } = ruleset.kindScores[rule.kind];
  const own = rule.hundredths;
  return { points: (own ?? hundredths) / 100, from: own === undefined ? 'kind' : 'rule', cap: cap / 100 };
}
