import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { insertPerson } from './people.ts';
import { type OpenedSession, openSession } from './sessions.ts';
import { createToken, hashToken } from './token.ts';

const INVITATION_HOURS = 72;
/** Two processes that start together must only agree on it. Spells `DESK`. */
const LOCK = 0x4445534b;

/** Lets a person choose a password, once; an earlier invitation no longer counts. Returns the secret part of the link. */
export async function invitePerson(session: SqlSession, person: string): Promise<string> {
  const { text, hash } = createToken();
  await session.query('DELETE FROM copydesk.invitations WHERE person = $1', [person]);
  await session.query(
    `INSERT INTO copydesk.invitations (hash, person, expires_at) VALUES ($1, $2, now() + make_interval(hours => ${INVITATION_HOURS}))`,
    [hash, person],
  );
  return text;
}

/**
 * The invitation of the first admin: of a desk where nobody has joined yet. It is made anew each time it is asked for, so that one that was
 * lost costs nothing. `undefined` when somebody can let others in.
 */
export function inviteFirstAdmin(pool: SqlPool, now: Date): Promise<string | undefined> {
  return inTransaction(pool, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await session.query<{ id: string; has_joined: boolean }>(
      `SELECT id, password IS NOT NULL AS has_joined FROM copydesk.people WHERE role = 'admin' AND disabled_at IS NULL ORDER BY created_at`,
    );
    if (rows.some(({ has_joined }) => has_joined)) return undefined;
    const id =
      rows[0]?.id ?? (await insertPerson(session, { tenant: null, login: 'admin', name: 'Admin', role: 'admin' }, now)).id;
    return invitePerson(session, id);
  });
}

/** A password that is too short to be safe, or too long to be one. */
export class PasswordLengthError extends Error {
  override readonly name = 'PasswordLengthError';
}

/** Spends an invitation: the person has this password and a session. `undefined` when the link was used, or is too old. Throws `PasswordLengthError`. */
export async function acceptInvitation(pool: SqlPool, invitation: string, password: string): Promise<OpenedSession | undefined> {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most)
    throw new PasswordLengthError(`a password has ${least} to ${most} characters`);
  const hashed = await hashPassword(password);
  return inTransaction(pool, async (session) => {
    const { rows } = await session.query<{ person: string }>(
      'DELETE FROM copydesk.invitations WHERE hash = $1 AND expires_at > now() RETURNING person',
      [hashToken(invitation)],
    );
    const person = rows[0]?.person;
    if (person === undefined) return undefined;
    await session.query('UPDATE copydesk.people SET password = $2 WHERE id = $1', [person, hashed]);
    await session.query('DELETE FROM copydesk.sessions WHERE person = $1', [person]);
    return openSession(session, person);
  });
}
