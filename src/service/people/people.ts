import { randomBytes } from 'node:crypto';
import type { Person, Role } from '../review/person.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** Somebody who works at the desk. */
export interface Account extends Person {
  readonly login: string;
  readonly name: string;
  /** In small letters. */
  readonly email: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** Whether a password was chosen, or an account at an OpenID provider is known to be theirs. */
  readonly hasJoined: boolean;
}

export interface NewPerson {
  /** Null: all tenants. */
  readonly tenant: string | null;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly email?: string | null;
  /** Whether somebody who answers for all tenants says that the address is theirs: only then it suffices to be them at the OpenID provider. */
  readonly isVouched?: boolean;
}

/** The login, or the address, is somebody's already. */
export class LoginTakenError extends Error {
  override readonly name = 'LoginTakenError';
}

/** Columns of `copydesk.people`, which the statement calls `p`, that make an `Account`. */
export const ACCOUNT_COLUMNS = `p.id, p.tenant, p.login, p.name, p.role, p.email, p.created_at AS "createdAt",
  p.disabled_at AS "disabledAt", (p.password IS NOT NULL OR p.subject IS NOT NULL) AS "hasJoined"`;

/** Adds a person, who has no password yet. Throws `LoginTakenError`. */
export async function insertPerson(session: SqlSession, person: NewPerson, now: Date): Promise<Account> {
  const { tenant, login, name, role, email, isVouched = false } = person;
  const id = `per_${randomBytes(12).toString('hex')}`;
  const { rows } = await session.query<Account>(
    `INSERT INTO copydesk.people AS p (id, tenant, login, name, role, email, vouched, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT DO NOTHING RETURNING ${ACCOUNT_COLUMNS}`,
    [id, tenant, login, name, role, email?.toLowerCase() ?? null, isVouched && typeof email === 'string', now],
  );
  if (!rows[0]) throw new LoginTakenError(`somebody has the login ${login}, or the address`);
  return rows[0];
}

/** Whose people are meant: a tenant's, or, with null, all. */
export type PeopleScope = string | null;

/** People by login, those who left included, from the one after the one with the id `after` on. */
export async function listPeople(
  session: SqlSession,
  scope: PeopleScope,
  { after = '', limit = 1000 }: { readonly after?: string; readonly limit?: number } = {},
): Promise<readonly Account[]> {
  const { rows } = await session.query<Account>(
    `SELECT ${ACCOUNT_COLUMNS} FROM copydesk.people p
      WHERE ($1::text IS NULL OR p.tenant = $1)
        AND ($2 = '' OR (lower(p.login), p.id) > (SELECT lower(a.login), a.id FROM copydesk.people a WHERE a.id = $2)) ORDER BY lower(p.login), p.id LIMIT $3`,
    [scope, after, limit],
  );
  return rows;
}

/** What may be changed of a person; what is left out stays. */
export interface PersonChange {
  readonly role?: Role;
  readonly isDisabled?: boolean;
  readonly name?: string;
  /** Null takes it away. The account that proved the old one is theirs no longer. */
  readonly email?: string | null;
}

const CHANGE = `WITH ended AS (DELETE FROM copydesk.sessions WHERE person = $1 AND ($3::boolean OR $2::text IS NOT NULL OR $5::boolean)),
     void AS (DELETE FROM copydesk.invitations WHERE person = $1 AND $3::boolean)
     UPDATE copydesk.people p SET role = coalesce($2, role), name = coalesce($4, name),
            disabled_at = CASE WHEN $3::boolean IS NULL THEN disabled_at WHEN $3 THEN coalesce(disabled_at, now()) END,
            email = CASE WHEN $5::boolean THEN $6 ELSE email END, vouched = CASE WHEN $5::boolean THEN $7 ELSE vouched END,
            issuer = CASE WHEN $5::boolean THEN NULL ELSE issuer END, subject = CASE WHEN $5::boolean THEN NULL ELSE subject END
      WHERE id = $1 RETURNING ${ACCOUNT_COLUMNS}`;

/** Changes a person. A new role or address, and a disabled account, end their sessions at once. `isVouched`: see `NewPerson`. Undefined when there is no such person. */
export async function changePerson(
  session: SqlSession,
  id: string,
  change: PersonChange,
  isVouched = false,
): Promise<Account | undefined> {
  const { role, isDisabled, name, email } = change;
  const { rows } = await session.query<Account>(CHANGE, [
    ...[id, role ?? null, isDisabled ?? null, name ?? null],
    ...[email !== undefined, email?.toLowerCase() ?? null, isVouched && typeof email === 'string'],
  ]);
  return rows[0];
}
