import type { SqlSession } from '../store/sql-pool.ts';

/** Any constant on which processes agree. Spells `DESK`. */
const LOCK = 0x4445534b;

/** Until the transaction ends nobody else changes people: who is the last admin, or has a login, stays so. */
export async function lockPeople(session: SqlSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}
