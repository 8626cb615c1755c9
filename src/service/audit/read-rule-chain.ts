import type { SqlSession } from '../store/sql-pool.ts';
import type { ChainLine, EventLine } from './audit-line.ts';
import type { AuditWindow } from './list-chains.ts';
import { BATCH, type EventRow, toAfter, toEnd, toEventLine } from './read-chains.ts';

interface ChainRow {
  readonly first: number;
  readonly last: number;
  readonly before: string | null;
  readonly before_time: Date | null;
  readonly end_number: number;
  readonly end_hash: string;
  readonly end_time: Date | null;
}

// When the last event is gone, that is told whatever the window is.
const FIND = `SELECT CASE WHEN w.last > 0 THEN w.first ELSE 1 END AS first, coalesce(w.last, 0) AS last, b.hash AS before, b.time AS before_time,
         t.rules_version AS end_number, t.rules_head AS end_hash, e.time AS end_time
    FROM copydesk.tenants t
    CROSS JOIN LATERAL (SELECT min(number) AS first, max(number) FILTER (WHERE time < $3) AS last FROM copydesk.rule_events w
      WHERE w.tenant = t.id AND w.time >= $2) w
    LEFT JOIN copydesk.rule_events b ON b.tenant = t.id AND w.last > 0 AND b.number = w.first - 1
    LEFT JOIN copydesk.rule_events e ON e.tenant = t.id AND e.number = t.rules_version
   WHERE t.id = $1 AND t.rules_version > 0 AND (w.last IS NOT NULL OR e.time IS NULL)`;

const READ = `SELECT number, rule, name, time, data, hash FROM copydesk.rule_events
  WHERE tenant = $1 AND number BETWEEN $2 AND $3 ORDER BY number`;

/** The lines of the chain of a tenant's rules, a batch at a time. */
export async function* readRuleChain(
  session: SqlSession,
  { tenant, since, until }: AuditWindow,
): AsyncGenerator<readonly (ChainLine | EventLine)[]> {
  const [found] = (await session.query<ChainRow>(FIND, [tenant, since, until])).rows;
  if (!found) return;
  const { first, last, before, before_time, end_number: number, end_hash: hash, end_time: time } = found;
  const after = toAfter(first, before, before_time);
  yield [{ type: 'chain', kind: 'rules', tenant, after, end: toEnd({ number, hash, time }) }];
  for (let next = first; next <= last; next += BATCH) {
    const upTo = Math.min(last, next + BATCH - 1);
    const { rows } = await session.query<EventRow & { readonly rule: string }>(READ, [tenant, next, upTo]);
    yield rows.map((row) => ({ ...toEventLine(row), rule: row.rule }));
  }
}
