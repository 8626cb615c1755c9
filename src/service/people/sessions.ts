import { randomBytes } from 'node:crypto';
import type { SqlSession } from '../store/sql-pool.ts';
import { ACCOUNT_COLUMNS, type Account } from './people.ts';
import { createToken, hashToken } from './token.ts';

/** A session ends so long after it began, and half a day after it was last used. */
const SESSION_HOURS = 24 * 7;
const IDLE_HOURS = 12;

export interface OpenedSession {
  /** The value of the cookie. */
  readonly token: string;
  /** What requests that change something carry in a header. */
  readonly csrf: string;
  readonly expiresInSeconds: number;
}

const OPEN = `INSERT INTO copydesk.sessions (hash, person, csrf, expires_at)
  SELECT $1, id, $3, now() + make_interval(hours => ${SESSION_HOURS}) FROM copydesk.people
   WHERE id = $2 AND ($4::text IS NULL OR (password = $4 AND disabled_at IS NULL)) FOR SHARE RETURNING 1`;

async function open(session: SqlSession, person: string, password: string | null): Promise<OpenedSession | undefined> {
  const { text: token, hash } = createToken();
  const csrf = randomBytes(18).toString('base64url');
  const { rows } = await session.query(OPEN, [hash, person, csrf, password]);
  return rows.length > 0 ? { token, csrf, expiresInSeconds: SESSION_HOURS * 3600 } : undefined;
}

/** Opens a session for a person, who is known. */
export async function openSession(session: SqlSession, person: string): Promise<OpenedSession> {
  const opened = await open(session, person, null);
  if (!opened) throw new Error(`there is no person ${person}`);
  return opened;
}

/** Opens a session for whoever has this hash of a password still, which was checked, and is not disabled; else `undefined`. */
export function openCheckedSession(session: SqlSession, person: string, password: string): Promise<OpenedSession | undefined> {
  return open(session, person, password);
}

interface Row extends Account {
  readonly csrf: string;
}

export interface CurrentSession {
  readonly person: Account;
  readonly csrf: string;
}

/** Whose session a cookie is, or `undefined` when it is over or its person was disabled. That it was used is written once a minute. */
export async function readSession(session: SqlSession, token: string): Promise<CurrentSession | undefined> {
  const { rows } = await session.query<Row>(
    `WITH live AS (SELECT s.hash, s.person, s.csrf, s.seen_at FROM copydesk.sessions s
        WHERE s.hash = $1 AND s.expires_at > now() AND s.seen_at > now() - make_interval(hours => ${IDLE_HOURS})
     ), seen AS (UPDATE copydesk.sessions s SET seen_at = now() FROM live
        WHERE s.hash = live.hash AND live.seen_at < now() - interval '1 minute')
     SELECT live.csrf, ${ACCOUNT_COLUMNS} FROM live JOIN copydesk.people p ON p.id = live.person WHERE p.disabled_at IS NULL`,
    [hashToken(token)],
  );
  if (!rows[0]) return undefined;
  const { csrf, ...person } = rows[0];
  return { person, csrf };
}

export async function closeSession(session: SqlSession, token: string): Promise<void> {
  await session.query('DELETE FROM copydesk.sessions WHERE hash = $1', [hashToken(token)]);
}

/** Forgets sessions and invitations that are over. */
export async function forgetSessions(session: SqlSession): Promise<void> {
  await session.query(
    `DELETE FROM copydesk.sessions WHERE expires_at <= now() OR seen_at <= now() - make_interval(hours => ${IDLE_HOURS})`,
  );
  await session.query('DELETE FROM copydesk.invitations WHERE expires_at <= now()');
}
