import type { SqlSession } from '../store/sql-pool.ts';

/** Milliseconds until the next delivery that is not due yet becomes due, `most` at most. */
export async function readNextDue(session: SqlSession, most: number): Promise<number> {
  const { rows } = await session.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(due_at) - now()) * 1000)::float8 AS ms FROM copydesk.deliveries
      WHERE state IN ('held', 'pending', 'retrying', 'delivering') AND due_at > now()`,
  );
  return Math.min(most, Math.max(1, Math.ceil(rows[0]?.ms ?? most)));
}
