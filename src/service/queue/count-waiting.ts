import type { SqlSession } from '../store/sql-pool.ts';

/** Articles on their way that are not on the transport yet. */
export async function countWaiting(session: SqlSession): Promise<number> {
  const { rows } = await session.query<{ waiting: number }>(
    'SELECT count(*)::integer AS waiting FROM copydesk.outbox WHERE told_at IS NULL',
  );
  return rows[0]?.waiting ?? 0;
}
