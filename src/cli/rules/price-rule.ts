import type { FindingKind } from '../../moderation/model/finding.ts';
import type { Ruleset } from '../../moderation/model/ruleset.ts';

/** Points, not hundredths. */
export interface Price {
  /** What one finding takes. */
  readonly points: number;
  /** Who says so: the rule itself, or its kind. */
  readonly from: 'rule' | 'kind';
  /** The most that all findings of the kind take together, and those of its group. */
  readonly cap: number;
  readonly group: string;
  readonly groupCap: number;
}

/** What a finding of a rule takes from the score. */
export function priceRule(rule: { readonly id: string; readonly kind: FindingKind }, ruleset: Ruleset): Price {
  const { hundredths, cap } = ruleset.kindScores[rule.kind];
  const own = ruleset.rulePoints[rule.id.split('@')[0] ?? ''];
  const group = ruleset.scoreGroups.find(({ kinds }) => kinds.includes(rule.kind));
  return {
    points: (own ?? hundredths) / 100,
    from: own === undefined ? 'kind' : 'rule',
    cap: cap / 100,
    group: group?.name ?? '',
    groupCap: (group?.cap ?? 0) / 100,
  };
}
