import { listTenants } from '../../access/list-tenants.ts';
import { readPersons } from '../../people/read-persons.ts';
import type { Person } from '../../review/person.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { SessionShape } from './shapes/session-shape.ts';

/** More than a page lets anybody choose from. */
const MOST_TENANTS = 1000;

async function listOwn(session: SqlSession, { tenant }: Person): Promise<string[]> {
  return tenant === null ? (await listTenants(session, '', MOST_TENANTS)).map(({ id }) => id) : [tenant];
}

/** Who is signed in, and for whom they may act. `csrf` is empty for a program, which needs none. */
export async function describeSession(session: SqlSession, person: Person, csrf: string): Promise<SessionShape> {
  const { id, role, tenant } = person;
  const { name } = (await readPersons(session, [id]))(id);
  return { person: { id, name, role, tenant }, csrf, tenants: await listOwn(session, person) };
}
