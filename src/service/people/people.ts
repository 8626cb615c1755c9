import { randomBytes } from 'node:crypto';
import type { Person, Role } from '../review/person.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** Somebody who works at the desk. */
export interface Account extends Person {
  readonly login: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** Whether a password was chosen. */
  readonly hasJoined: boolean;
}

export interface NewPerson {
  /** Null: all tenants. */
  readonly tenant: string | null;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** The login is somebody's already. */
export class LoginTakenError extends Error {
  override readonly name = 'LoginTakenError';
}

/** Columns of `copydesk.people`, which the statement calls `p`, that make an `Account`. */
export const ACCOUNT_COLUMNS = `p.id, p.tenant, p.login, p.name, p.role, p.created_at AS "createdAt", p.disabled_at AS "disabledAt",
  p.password IS NOT NULL AS "hasJoined"`;

/** Adds a person, who has no password yet. Throws `LoginTakenError`. */
export async function insertPerson(session: SqlSession, { tenant, login, name, role }: NewPerson, now: Date): Promise<Account> {
  const id = `per_${randomBytes(12).toString('hex')}`;
  const { rows } = await session.query<Account>(
    `INSERT INTO copydesk.people AS p (id, tenant, login, name, role, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (lower(login)) DO NOTHING RETURNING ${ACCOUNT_COLUMNS}`,
    [id, tenant, login, name, role, now],
  );
  if (!rows[0]) throw new LoginTakenError(`somebody has the login ${login}`);
  return rows[0];
}

/** The people of a tenant, or, with null, all, those who left included; at most a thousand. */
export async function listPeople(session: SqlSession, tenant: string | null): Promise<readonly Account[]> {
  const { rows } = await session.query<Account>(
    `SELECT ${ACCOUNT_COLUMNS} FROM copydesk.people p WHERE $1::text IS NULL OR p.tenant = $1 ORDER BY p.created_at, p.id LIMIT 1000`,
    [tenant],
  );
  return rows;
}

/** Gives a person another role, or takes the desk from them, at once: their sessions end. Undefined when there is no such person. */
export async function changePerson(
  session: SqlSession,
  id: string,
  { role, isDisabled }: { readonly role?: Role; readonly isDisabled?: boolean },
): Promise<Account | undefined> {
  const { rows } = await session.query<Account>(
    `WITH ended AS (DELETE FROM copydesk.sessions WHERE person = $1 AND ($3::boolean OR $2::text IS NOT NULL))
     UPDATE copydesk.people p SET role = coalesce($2, role),
            disabled_at = CASE WHEN $3::boolean IS NULL THEN disabled_at WHEN $3 THEN coalesce(disabled_at, now()) END
      WHERE id = $1 RETURNING ${ACCOUNT_COLUMNS}`,
    [id, role ?? null, isDisabled ?? null],
  );
  return rows[0];
}
