import type { SqlSession } from '../store/sql-pool.ts';

/** Milliseconds until the next delivery that is not due yet becomes due, `most` at most. */
export async function readNextDue(session: SqlSession, most: number): Promise<number> {
  const { rows } = await session.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(d.due_at) - now()) * 1000)::float8 AS ms FROM copydesk.tenants t
      CROSS JOIN LATERAL (SELECT due_at FROM copydesk.deliveries
         WHERE tenant = t.id AND state IN ('held', 'pending', 'retrying', 'delivering') AND due_at > now()
         ORDER BY due_at LIMIT 1) d`,
  );
  return Math.min(most, Math.max(1, Math.ceil(rows[0]?.ms ?? most)));
}
