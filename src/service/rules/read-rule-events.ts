import type { SqlSession } from '../store/sql-pool.ts';
import type { RuleEventName } from './rule-event.ts';

/** An event of a rule, for people. */
export interface ShownRuleEvent {
  readonly number: number;
  readonly time: Date;
  readonly name: RuleEventName;
  readonly by: string;
  readonly hash: string;
}

/** The events of a rule, the oldest first. */
export async function readRuleEvents(session: SqlSession, rule: string): Promise<readonly ShownRuleEvent[]> {
  const { rows } = await session.query<ShownRuleEvent>(
    `SELECT number, time, name, data ->> 'by' AS by, hash FROM copydesk.rule_events WHERE rule = $1 ORDER BY number`,
    [rule],
  );
  return rows;
}
