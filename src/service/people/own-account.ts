import type { SqlSession } from '../store/sql-pool.ts';
import { writeSignInName } from './sign-in-name.ts';
import { hashToken } from './token.ts';

/** A session of one's own. */
interface OwnSession {
  /** The beginning of the hash of its token: it opens nothing. */
  readonly id: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isCurrent: boolean;
}

export interface OwnAccount {
  /** What one types as login. */
  readonly signInName: string;
  readonly hasPassword: boolean;
  readonly sessions: readonly OwnSession[];
}

const ID = `encode(substring(s.hash FROM 1 FOR 8), 'hex')`;

/** The account of a person as they see it themselves; `token` is that of the session they ask with. */
export async function readOwnAccount(session: SqlSession, person: string, token: string): Promise<OwnAccount | undefined> {
  const { rows } = await session.query<{ tenant: string | null; login: string; has: boolean }>(
    'SELECT tenant, login, password IS NOT NULL AS has FROM copydesk.people WHERE id = $1',
    [person],
  );
  if (!rows[0]) return undefined;
  const sessions = await session.query<OwnSession>(
    `SELECT ${ID} AS id, s.created_at AS "createdAt", s.seen_at AS "seenAt", s.hash = $2 AS "isCurrent"
       FROM copydesk.sessions s WHERE s.person = $1 AND s.expires_at > now() ORDER BY s.seen_at DESC, s.hash LIMIT 100`,
    [person, hashToken(token)],
  );
  return { signInName: writeSignInName(rows[0]), hasPassword: rows[0].has, sessions: sessions.rows };
}

/** Ends a session of a person by its id; with null, all but the one of `token`. Returns how many have ended. */
export async function endOwnSessions(session: SqlSession, person: string, id: string | null, token: string): Promise<number> {
  const { rows } = await session.query(
    `DELETE FROM copydesk.sessions s WHERE s.person = $1 AND CASE WHEN $2::text IS NULL THEN s.hash <> $3 ELSE ${ID} = $2 END RETURNING 1`,
    [person, id, hashToken(token)],
  );
  return rows.length;
}
