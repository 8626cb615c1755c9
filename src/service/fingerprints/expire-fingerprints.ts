import type { SqlSession } from '../store/sql-pool.ts';
import { DELETE_KEYS } from './delete-fingerprints.ts';

const EXPIRE = `WITH gone AS (
    DELETE FROM copydesk.fingerprints WHERE id IN (
      SELECT id FROM copydesk.fingerprints WHERE stored_at < now() - make_interval(days => $1) ORDER BY stored_at LIMIT $2
      FOR UPDATE SKIP LOCKED)
    RETURNING id, keys
  ), keys AS (${DELETE_KEYS})
  SELECT count(*)::int AS count FROM gone`;

/** Forgets fingerprints that are older than so many days, the oldest first, at most `limit` of them; resolves to how many. */
export async function expireFingerprints(session: SqlSession, days: number, limit: number): Promise<number> {
  const { rows } = await session.query<{ count: number }>(EXPIRE, [days, limit]);
  return rows[0]?.count ?? 0;
}
