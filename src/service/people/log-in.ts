import type { SqlPool } from '../store/sql-pool.ts';
import { checkPassword } from './password.ts';
import { type OpenedSession, openCheckedSession } from './sessions.ts';
import { matchSignInName } from './sign-in-name.ts';

/**
 * Opens a session for whoever signs in by this name, `LOGIN` or `TENANT/LOGIN`, and has this password. `undefined` for all others, after the same time. Throws
 * `PeopleError`: `busy`.
 */
export async function logIn(pool: SqlPool, name: string, password: string): Promise<OpenedSession | undefined> {
  const { where, values } = matchSignInName(name, 1);
  const { rows } = await pool.query<{ id: string; password: string | null }>(
    `SELECT p.id, p.password FROM copydesk.people p WHERE ${where} AND p.disabled_at IS NULL ORDER BY p.tenant NULLS FIRST LIMIT 1`,
    values,
  );
  const person = rows[0];
  const isRight = await checkPassword(password, person?.password ?? null);
  return person?.password && isRight ? openCheckedSession(pool, person.id, person.password) : undefined;
}
