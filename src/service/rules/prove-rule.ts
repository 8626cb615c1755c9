import type { LearnedRule, Ruleset } from '../../index.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { inRules } from './in-rules.ts';
import { checkRule, writeContent } from './propose-rule.ts';
import { readRule } from './read-rule.ts';
import { RuleError } from './rule-error.ts';
import type { StoredRule } from './stored-rule.ts';

/**
 * Gives a proposed rule other examples, made from those it has. Once it is in shadow it stays as it is. Throws `RuleError` with `unknown_rule`,
 * `rule_state` or `bad_rule`.
 */
export function proveRule(
  pool: SqlPool,
  tenant: string,
  id: string,
  change: (known: LearnedRule['examples']) => LearnedRule['examples'],
  ruleset: Ruleset,
): Promise<StoredRule> {
  return inRules(pool, tenant, async ({ session }) => {
    const { state, rule: known } = await readRule(session, tenant, id);
    if (state !== 'proposed') throw new RuleError('rule_state', 'only the examples of a proposed rule can be changed');
    const rule = { ...known, examples: change(known.examples) };
    checkRule(rule, ruleset, 'begun');
    const { content, sha256 } = writeContent(rule);
    await session.query('UPDATE copydesk.learned_rules SET content = $2, sha256 = $3 WHERE id = $1', [id, content, sha256]);
    return readRule(session, tenant, id);
  });
}
