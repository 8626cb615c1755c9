import { hashRuleEvent } from '../../../src/service/rules/hash-rule-event.ts';
import type { RuleEvent } from '../../../src/service/rules/rule-event.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import type { Chain } from '../store/verify-chain.ts';

interface Row {
  readonly name: RuleEvent['name'];
  readonly data: RuleEvent['data'];
  readonly rule: string;
  readonly number: number;
  readonly time: Date;
  readonly hash: string;
}

function isWhole(rows: readonly Row[], tenant: string, head: string): boolean {
  let previous = '';
  for (const [index, { name, data, rule, number, time, hash }] of rows.entries()) {
    // Rows were written from a `RuleEvent`.
    const event = { name, data } as RuleEvent;
    if (number !== index + 1 || hash !== hashRuleEvent(previous, tenant, { event, rule, number, time })) return false;
    previous = hash;
  }
  return previous === head;
}

/** Verifies the log of a tenant's rules against the row of the tenant. */
export async function verifyRuleChain(session: SqlSession, tenant: string): Promise<Chain> {
  const { rows } = await session.query<Row>(
    'SELECT name, data, rule, number, time, hash FROM copydesk.rule_events WHERE tenant = $1 ORDER BY number',
    [tenant],
  );
  const { rows: heads } = await session.query<{ head: string }>('SELECT rules_head AS head FROM copydesk.tenants WHERE id = $1', [
    tenant,
  ]);
  return isWhole(rows, tenant, heads[0]?.head ?? '') ? 'whole' : 'broken';
}
