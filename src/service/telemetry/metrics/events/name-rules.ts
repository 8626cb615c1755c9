import { boundNames, type Naming } from './bound-names.ts';

/** Rules of the ruleset, and apart from them those that tenants have learned; those that come later are counted together. */
const MOST_RULES = 300;
export const MOST_LEARNED = 200;
const LEARNED = 'learned.';

/** How rules are named in labels. */
export interface RuleNames {
  readonly rule: Naming;
  /** Those of the ruleset, which are counted from the start. */
  readonly rules: readonly string[];
}

/** Names rules, of all metrics alike. */
export function nameRules(): Naming {
  const [own, learned] = [boundNames(MOST_RULES), boundNames(MOST_LEARNED)];
  return (rule) => (rule.startsWith(LEARNED) ? learned(rule) : own(rule));
}
