import type { Rulebook } from '../../index.ts';
import type { FindingKind } from '../../moderation/model/finding.ts';
import { nameKind } from '../../moderation/report/name-kind.ts';
import { priceRule } from './price-rule.ts';

/** What a finding of a rule costs and up to which caps, in lines. */
export function describePrice(
  rule: { readonly id: string; readonly kind: FindingKind },
  { ruleset, kinds }: Rulebook,
): readonly string[] {
  const { points, from, cap, group, groupCap } = priceRule(rule, ruleset);
  const kind = kinds.find((entry) => entry.kind === rule.kind);
  const stated = from === 'rule' ? 'stated for this rule' : `what its kind takes, ${kind?.file}:${kind?.line}`;
  return [
    `${points.toFixed(2)} for each finding (${stated})`,
    `at most ${cap.toFixed(2)} for all of the kind ${nameKind(rule.kind)}, ${groupCap.toFixed(2)} for all of the group ${group}`,
    'a text that another finding is charged for costs nothing more',
  ];
}
