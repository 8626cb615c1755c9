import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import { checkPassword, hashPassword } from './password.ts';
import { PeopleError } from './people-error.ts';
import { type OpenedSession, openSession } from './sessions.ts';

/**
 * Gives a person, who has a session, another password, and a new session in place of all that there are; invitations no longer count. `undefined` when
 * `current` is not their password, or it was changed meanwhile. Throws
 * `PeopleError`: `busy`, or `person_linked` for who signs in at a provider and has no password.
 */
export async function changePassword(
  pool: SqlPool,
  person: string,
  current: string,
  next: string,
): Promise<OpenedSession | undefined> {
  const { rows } = await pool.query<{ password: string | null }>('SELECT password FROM copydesk.people WHERE id = $1', [person]);
  const known = rows[0]?.password ?? null;
  // They sign in at a provider. A session that was left open must not become a way in that outlives the one there.
  if (rows[0] && known === null) throw new PeopleError('person_linked');
  if (!(await checkPassword(current, known))) return undefined;
  const hashed = await hashPassword(next);
  return inTransaction(pool, async (session) => {
    const changed = await session.query<{ tenant: string | null }>(
      `UPDATE copydesk.people SET password = $3 WHERE id = $1 AND password IS NOT DISTINCT FROM $2 AND disabled_at IS NULL RETURNING tenant`,
      [person, known, hashed],
    );
    if (!changed.rows[0]) return undefined;
    await session.query('DELETE FROM copydesk.sessions WHERE person = $1', [person]);
    await session.query('DELETE FROM copydesk.invitations WHERE person = $1', [person]);
    const event = { name: 'people.password_changed', data: { by: person, person } } as const;
    await appendDeskEvents(session, changed.rows[0].tenant, [event], new Date());
    return openSession(session, person);
  });
}
