import type { Ruleset } from '../../index.ts';
import { hasRole, type Person } from '../review/person.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import { inRules } from './in-rules.ts';
import { logRule } from './log-rule.ts';
import { checkRule } from './propose-rule.ts';
import { readRule } from './read-rule.ts';
import { RuleError } from './rule-error.ts';
import type { RuleEventName } from './rule-event.ts';
import { stepRule } from './step-rule.ts';
import type { StoredRule } from './stored-rule.ts';

export type RuleMove = Exclude<RuleEventName, 'rule.proposed'>;

function refuseUnproven({ rule }: StoredRule, ruleset: Ruleset): void {
  if (rule.examples.allow.length === 0) throw new RuleError('no_proof', 'it has no text that it must not match: write one');
  // The rules that come with Copydesk, or with the operator, may have changed since it was proposed.
  checkRule(rule, ruleset, 'whole');
}

/** What a person may do with a rule. To activate one, and to retire an active one, changes what is published: it takes a lead. */
export function mayMove(person: Person, { state }: Pick<StoredRule, 'state'>, move: RuleMove): boolean {
  const needsLead = move === 'rule.activated' || (move === 'rule.retired' && state === 'active');
  return hasRole(person, needsLead ? 'lead' : 'moderator');
}

/**
 * Tries a rule in shadow, activates or retires it: the event, and the state that it makes. Workers have it with the next article that they begin.
 * Throws `RuleError` with `unknown_rule`, `not_allowed`, `rule_state`, `no_proof` or `bad_rule`.
 */
export async function moveRule(
  { pool, log }: ReviewDesk,
  person: Person,
  tenant: string,
  { id, move }: { readonly id: string; readonly move: RuleMove },
  ruleset: Ruleset,
): Promise<StoredRule> {
  const moved = await inRules(pool, tenant, async ({ session, now, append }) => {
    const stored = await readRule(session, tenant, id);
    if (!mayMove(person, stored, move)) throw new RuleError('not_allowed', 'it takes a lead');
    const state = stepRule(stored.state, move);
    if (!state) throw new RuleError('rule_state', `the rule is ${stored.state}`);
    if (move !== 'rule.retired') refuseUnproven(stored, ruleset);
    await session.query('UPDATE copydesk.learned_rules SET state = $2, changed_at = $3 WHERE id = $1', [id, state, now]);
    await append(id, { name: move, data: { by: person.id, sha256: stored.sha256 } });
    return readRule(session, tenant, id);
  });
  logRule(log, person, moved, move);
  return moved;
}
