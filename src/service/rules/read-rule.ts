import type { SqlSession } from '../store/sql-pool.ts';
import { RuleError } from './rule-error.ts';
import {
  EXAMPLE_MARKS_COLUMN,
  EXAMPLES_COLUMN,
  RULE_COLUMNS,
  type RuleRow,
  type StoredRule,
  toStoredRule,
} from './stored-rule.ts';

/** A tenant shows so many of its rules; live ones come first. */
const MOST_LISTED = 500;

/** A rule of a tenant. Throws `RuleError` with `unknown_rule`. */
export async function readRule(session: SqlSession, tenant: string, id: string): Promise<StoredRule> {
  const { rows } = await session.query<RuleRow>(
    `SELECT ${RULE_COLUMNS}, ${EXAMPLES_COLUMN} FROM copydesk.learned_rules r WHERE r.tenant = $1 AND r.id = $2`,
    [tenant, id],
  );
  if (!rows[0]) throw new RuleError('unknown_rule', 'there is no such rule');
  return toStoredRule(rows[0]);
}

/** The rules of a tenant that are in shadow or active, without their examples. */
export async function readRulesInUse(session: SqlSession, tenant: string): Promise<readonly StoredRule[]> {
  const { rows } = await session.query<RuleRow>(
    `SELECT ${RULE_COLUMNS} FROM copydesk.learned_rules r WHERE r.tenant = $1 AND r.state IN ('shadow', 'active')`,
    [tenant],
  );
  return rows.map(toStoredRule);
}

/** The rules of a tenant, the newest first, retired ones last, without the texts of their examples. */
export async function listRules(session: SqlSession, tenant: string): Promise<readonly StoredRule[]> {
  const { rows } = await session.query<RuleRow>(
    `SELECT ${RULE_COLUMNS}, ${EXAMPLE_MARKS_COLUMN} FROM copydesk.learned_rules r WHERE r.tenant = $1
      ORDER BY r.state = 'retired', r.created_at DESC, r.id LIMIT ${MOST_LISTED}`,
    [tenant],
  );
  return rows.map(toStoredRule);
}
