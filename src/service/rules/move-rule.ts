import { type LearnedRule, loadLearnedRule, type Ruleset, RulesetError } from '../../index.ts';
import { hasRole, type Person } from '../review/person.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { inRules } from './in-rules.ts';
import { logRule } from './log-rule.ts';
import { checkRule } from './propose-rule.ts';
import { readRule, readRulesInUse } from './read-rule.ts';
import { RuleError } from './rule-error.ts';
import type { RuleEventName } from './rule-event.ts';
import { stepRule } from './step-rule.ts';
import type { StoredRule } from './stored-rule.ts';

export type RuleMove = Exclude<RuleEventName, 'rule.proposed'>;

/** Rules in shadow and active of one tenant, as threads get them: each thread holds those of many tenants. */
const MOST_BYTES = 262_144;

/** Bytes of a rule as threads get it; one that no longer loads is given to none. */
function measure(rule: LearnedRule, ruleset: Ruleset): number {
  try {
    return Buffer.byteLength(JSON.stringify(loadLearnedRule(rule, ruleset, 'checked')));
  } catch (error) {
    if (error instanceof RulesetError) return 0;
    throw error;
  }
}

function refuseUnproven({ rule, isProven, isPurged }: StoredRule, ruleset: Ruleset): void {
  if (!isProven) throw new RuleError('no_proof', 'it has no text that it must not match: write one');
  // The rules that come with Copydesk, or with the operator, may have changed since it was proposed.
  checkRule(rule, ruleset, isPurged ? 'checked' : 'whole');
}

async function refuseLarge(session: SqlSession, stored: StoredRule, ruleset: Ruleset): Promise<void> {
  const inUse = await readRulesInUse(session, stored.tenant);
  const bytes = [stored, ...inUse].reduce((sum, { rule }) => sum + measure(rule, ruleset), 0);
  if (bytes > MOST_BYTES) throw new RuleError('too_many_rules', 'the rules of the tenant are too long together: retire some');
}

const TRIES = 'coalesce((SELECT articles FROM copydesk.shadow_tries WHERE tenant = $2), 0)';
const LEAVE_SHADOW = `UPDATE copydesk.shadow_counts SET tries_until = ${TRIES} WHERE rule = $1 AND tries_until IS NULL`;

/** Since when, and until when, it counts what a rule finds in shadow. */
const COUNTS: Readonly<Record<RuleMove, string>> = {
  'rule.shadowed': `INSERT INTO copydesk.shadow_counts (rule, tries_from) VALUES ($1, ${TRIES})`,
  'rule.activated': LEAVE_SHADOW,
  'rule.retired': LEAVE_SHADOW,
};

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
    if (move === 'rule.shadowed') await refuseLarge(session, stored, ruleset);
    await session.query('UPDATE copydesk.learned_rules SET state = $2, changed_at = $3 WHERE id = $1', [id, state, now]);
    await session.query(COUNTS[move], [id, tenant]);
    await append(id, { name: move, data: { by: person.id, sha256: stored.sha256 } });
    return readRule(session, tenant, id);
  });
  logRule(log, person, moved, move);
  return moved;
}
