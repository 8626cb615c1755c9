import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { hashRuleEvent } from './hash-rule-event.ts';
import { RuleError } from './rule-error.ts';
import type { RuleEvent } from './rule-event.ts';

/** The rules of a tenant, which nobody else changes meanwhile. */
export interface ActingOnRules {
  readonly session: SqlSession;
  readonly tenant: string;
  readonly now: Date;
  /** Appends an event about a rule to the log. */
  readonly append: (rule: string, event: RuleEvent) => Promise<void>;
}

// The head of the log is what workers look at, so it changes in the statement that appends.
const APPEND = `WITH moved AS (UPDATE copydesk.tenants SET rules_version = $2, rules_head = $7 WHERE id = $1 RETURNING id)
  INSERT INTO copydesk.rule_events (tenant, number, rule, name, time, data, hash) SELECT id, $2, $3, $4, $5, $6, $7 FROM moved`;

/** Runs an act on a tenant's rules in one transaction, one act at a time. */
export function inRules<T>(pool: SqlPool, tenant: string, act: (acting: ActingOnRules) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (session) => {
    // Only the key of the row is looked at by those who take articles in: they do not wait.
    const { rows } = await session.query<{ version: number; head: string }>(
      'SELECT rules_version AS version, rules_head AS head FROM copydesk.tenants WHERE id = $1 FOR NO KEY UPDATE',
      [tenant],
    );
    if (!rows[0]) throw new RuleError('unknown_rule', 'there is no such tenant');
    let { version, head } = rows[0];
    const now = new Date();
    const append = async (rule: string, event: RuleEvent): Promise<void> => {
      version++;
      head = hashRuleEvent(head, tenant, { event, rule, number: version, time: now });
      await session.query(APPEND, [tenant, version, rule, event.name, now, JSON.stringify(event.data), head]);
    };
    return act({ session, tenant, now, append });
  });
}
