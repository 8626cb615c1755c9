import type { SqlSession } from '../store/sql-pool.ts';
import type { ChainLine, EventLine } from './audit-line.ts';
import type { AuditWindow } from './list-chains.ts';
import { BATCH, type EventRow, toAfter, toEnd, toEventLine } from './to-event-line.ts';

/** Where a chain of which a tenant has one is kept: its events, what they hold besides, and the row that says where it ends. */
interface ChainTables {
  readonly events: string;
  readonly more: string;
  readonly ends: string;
  readonly tenant: string;
  readonly number: string;
  readonly head: string;
}

const TABLES: Readonly<Record<'desk' | 'rules', ChainTables>> = {
  desk: { events: 'desk_events', more: '', ends: 'desk_chains', tenant: 'tenant', number: 'number', head: 'head' },
  rules: { events: 'rule_events', more: ', rule', ends: 'tenants', tenant: 'id', number: 'rules_version', head: 'rules_head' },
};

interface TenantChainRow {
  readonly first: number;
  readonly last: number;
  readonly before: string | null;
  readonly before_time: Date | null;
  readonly end_number: number;
  readonly end_hash: string;
  readonly end_time: Date | null;
}

interface TenantEventRow extends EventRow {
  readonly rule?: string;
}

// When the last event is gone, that is told whatever the window is.
const findChain = ({ events, ends, tenant, number, head }: ChainTables): string =>
  `SELECT CASE WHEN w.last > 0 THEN w.first ELSE 1 END AS first, coalesce(w.last, 0) AS last, b.hash AS before, b.time AS before_time,
         c.${number} AS end_number, c.${head} AS end_hash, e.time AS end_time
    FROM copydesk.${ends} c
    CROSS JOIN LATERAL (SELECT min(number) AS first, max(number) FILTER (WHERE time < $3) AS last FROM copydesk.${events} w
      WHERE w.tenant = c.${tenant} AND w.time >= $2) w
    LEFT JOIN copydesk.${events} b ON b.tenant = c.${tenant} AND w.last > 0 AND b.number = w.first - 1
    LEFT JOIN copydesk.${events} e ON e.tenant = c.${tenant} AND e.number = c.${number}
   WHERE c.${tenant} = $1 AND c.${number} > 0 AND (w.last IS NOT NULL OR e.time IS NULL)`;

const readPart = ({ events, more }: ChainTables): string =>
  `SELECT number, name, time, data, hash${more} FROM copydesk.${events} WHERE tenant = $1 AND number BETWEEN $2 AND $3 ORDER BY number`;

const toLine = ({ rule, ...row }: TenantEventRow): EventLine =>
  rule === undefined ? toEventLine(row) : { ...toEventLine(row), rule };

/** The lines of the chain of a tenant's desk or rules, a batch at a time; the desk of '' is what belongs to no tenant. */
export async function* readTenantChain(
  session: SqlSession,
  kind: 'desk' | 'rules',
  { tenant, since, until }: AuditWindow,
): AsyncGenerator<readonly (ChainLine | EventLine)[]> {
  const tables = TABLES[kind];
  const [found] = (await session.query<TenantChainRow>(findChain(tables), [tenant, since, until])).rows;
  if (!found) return;
  const { first, last, before, before_time, end_number: number, end_hash: hash, end_time: time } = found;
  yield [{ type: 'chain', kind, tenant, after: toAfter(first, before, before_time), end: toEnd({ number, hash, time }) }];
  for (let next = first; next <= last; next += BATCH) {
    const upTo = Math.min(last, next + BATCH - 1);
    const { rows } = await session.query<TenantEventRow>(readPart(tables), [tenant, next, upTo]);
    yield rows.map(toLine);
  }
}
