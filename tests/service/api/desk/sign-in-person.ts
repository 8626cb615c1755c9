import { randomBytes } from 'node:crypto';
import { insertPerson } from '../../../../src/service/people/people.ts';
import { openSession } from '../../../../src/service/people/sessions.ts';
import type { Role } from '../../../../src/service/review/person.ts';
import type { SqlPool } from '../../../../src/service/store/sql-pool.ts';

export interface SignedIn {
  readonly id: string;
  readonly login: string;
  /** What the page sends with each request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Adds a person who counts as having joined, with a session. */
export async function signInPerson(pool: SqlPool, role: Role, tenant: string | null): Promise<SignedIn> {
  const login = `${role}-${randomBytes(4).toString('hex')}`;
  const { id } = await insertPerson(pool, { tenant, login, name: `Name of ${login}`, role }, new Date());
  await pool.query("UPDATE copydesk.people SET password = 'none' WHERE id = $1", [id]);
  const { token, csrf } = await openSession(pool, id);
  return { id, login, headers: { cookie: `copydesk_session=${token}`, 'copydesk-csrf': csrf } };
}
