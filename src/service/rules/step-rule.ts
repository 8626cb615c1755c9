import type { RuleEventName } from './rule-event.ts';

export const RULE_STATES = ['proposed', 'shadow', 'active', 'retired'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** What each event needs, and what it makes. A rule is always in shadow before it is active. */
const STEPS: Readonly<Record<RuleEventName, { readonly from: readonly (RuleState | undefined)[]; readonly to: RuleState }>> = {
  'rule.proposed': { from: [undefined], to: 'proposed' },
  'rule.shadowed': { from: ['proposed'], to: 'shadow' },
  'rule.activated': { from: ['shadow'], to: 'active' },
  'rule.retired': { from: ['proposed', 'shadow', 'active'], to: 'retired' },
};

/** The state of a rule after an event; `undefined` when its state does not allow the event. */
export function stepRule(state: RuleState | undefined, event: RuleEventName): RuleState | undefined {
  const { from, to } = STEPS[event];
  return from.includes(state) ? to : undefined;
}
