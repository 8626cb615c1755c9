import { randomBytes } from 'node:crypto';
import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import { lockPeople } from './lock-people.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { ACCOUNT_COLUMNS, type Account, insertPerson } from './people.ts';
import { type OpenedSession, openSession } from './sessions.ts';
import { createToken, hashToken } from './token.ts';

/** How long an invitation counts. */
export const INVITATION_HOURS = 72;

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

/** The first login is free unless somebody without the desk's rights has it. */
async function addFirstAdmin(session: SqlSession, now: Date): Promise<Account> {
  const { rows } = await session.query(
    "SELECT 1 FROM copydesk.people WHERE lower(login) = 'admin' AND coalesce(tenant, 'default') = 'default'",
  );
  const login = rows.length === 0 ? 'admin' : `admin-${randomBytes(3).toString('hex')}`;
  const admin = await insertPerson(session, { tenant: null, login, name: 'Admin', role: 'admin' }, now);
  await appendDeskEvents(session, null, [{ name: 'people.added', data: { by: 'start', person: admin.id, role: 'admin' } }], now);
  return admin;
}

async function hasInvitation(session: SqlSession, person: string): Promise<boolean> {
  const { rows } = await session.query('SELECT 1 FROM copydesk.invitations WHERE person = $1 AND expires_at > now()', [person]);
  return rows.length > 0;
}

/** The invitation of the first admin. */
interface FirstInvitation {
  readonly login: string;
  /** The secret part of the link; `undefined` when an earlier one counts still. */
  readonly secret: string | undefined;
}

/**
 * The invitation of the first admin: of a desk where nobody has joined yet. `isAlone`: no other process can just have shown one, so it is made anew each time,
 * and one that was lost costs nothing; else one that counts still is kept. `undefined` when somebody can let others in.
 */
export function inviteFirstAdmin(pool: SqlPool, now: Date, isAlone: boolean): Promise<FirstInvitation | undefined> {
  return inTransaction(pool, async (session) => {
    await lockPeople(session);
    const { rows } = await session.query<Account>(
      `SELECT ${ACCOUNT_COLUMNS} FROM copydesk.people p
        WHERE p.role = 'admin' AND p.disabled_at IS NULL ORDER BY p.tenant NULLS FIRST, p.created_at`,
    );
    if (rows.some(({ hasJoined }) => hasJoined)) return undefined;
    const admin = rows[0] ?? (await addFirstAdmin(session, now));
    if (!isAlone && (await hasInvitation(session, admin.id))) return { login: admin.login, secret: undefined };
    await appendDeskEvents(session, admin.tenant, [{ name: 'people.invited', data: { by: 'start', person: admin.id } }], now);
    return { login: admin.login, secret: await invitePerson(session, admin.id) };
  });
}

/** A password that is too short to be safe, or too long to be one. */
export class PasswordLengthError extends Error {
  override readonly name = 'PasswordLengthError';
}

/**
 * Spends an invitation: the person has this password and a session. `undefined` when the link was used, or is too old. Throws
 * `PasswordLengthError`, and `PeopleError`: `busy`.
 */
export async function acceptInvitation(pool: SqlPool, invitation: string, password: string): Promise<OpenedSession | undefined> {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most)
    throw new PasswordLengthError(`a password has ${least} to ${most} characters`);
  // Hashing costs; whoever has no invitation does not get it done.
  const known = await pool.query('SELECT FROM copydesk.invitations WHERE hash = $1 AND expires_at > now()', [
    hashToken(invitation),
  ]);
  if (known.rows.length === 0) return undefined;
  const hashed = await hashPassword(password);
  return inTransaction(pool, async (session) => {
    const { rows } = await session.query<{ person: string; tenant: string | null }>(
      `DELETE FROM copydesk.invitations i USING copydesk.people p
        WHERE i.hash = $1 AND i.expires_at > now() AND p.id = i.person AND p.disabled_at IS NULL RETURNING i.person, p.tenant`,
      [hashToken(invitation)],
    );
    if (!rows[0]) return undefined;
    const { person, tenant } = rows[0];
    await session.query('UPDATE copydesk.people SET password = $2 WHERE id = $1', [person, hashed]);
    await session.query('DELETE FROM copydesk.sessions WHERE person = $1', [person]);
    await appendDeskEvents(session, tenant, [{ name: 'people.joined', data: { by: person, person } }], new Date());
    return openSession(session, person);
  });
}
