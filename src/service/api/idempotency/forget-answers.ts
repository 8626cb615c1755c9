import type { SqlSession } from '../../store/sql-pool.ts';

/** How long an answer is kept. */
const KEEP_SECONDS = 24 * 3600;
/** Rows that one statement deletes. */
const BATCH = 5000;

/** Forgets answers that are older than a day. Returns how many. */
export async function forgetAnswers(session: SqlSession, now: Date): Promise<number> {
  const { rowCount } = await session.query(
    `DELETE FROM copydesk.idempotency WHERE (tenant, key) IN
      (SELECT tenant, key FROM copydesk.idempotency WHERE started_at < $1 ORDER BY started_at LIMIT $2)`,
    [new Date(now.getTime() - KEEP_SECONDS * 1000), BATCH],
  );
  return rowCount ?? 0;
}
