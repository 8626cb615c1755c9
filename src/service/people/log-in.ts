import type { SqlPool } from '../store/sql-pool.ts';
import { checkPassword } from './password.ts';
import { type OpenedSession, openCheckedSession } from './sessions.ts';

/** Opens a session for whoever has this login and password. `undefined` for all others, after the same time. Throws `PeopleError`: `busy`. */
export async function logIn(pool: SqlPool, login: string, password: string): Promise<OpenedSession | undefined> {
  const { rows } = await pool.query<{ id: string; password: string | null }>(
    'SELECT id, password FROM copydesk.people WHERE lower(login) = lower($1) AND disabled_at IS NULL',
    [login],
  );
  const person = rows[0];
  const isRight = await checkPassword(password, person?.password ?? null);
  return person?.password && isRight ? openCheckedSession(pool, person.id, person.password) : undefined;
}
