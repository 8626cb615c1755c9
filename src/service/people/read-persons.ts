import type { Person, Role } from '../review/person.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** Whoever acts on the desk, with the name that others there know. */
export interface NamedPerson extends Person {
  readonly name: string;
}

const KEY = 'key:';

const READ = `SELECT id, tenant, role, name FROM copydesk.people WHERE id = ANY($1)
  UNION ALL
  SELECT '${KEY}' || id, tenant, CASE WHEN 'admin' = ANY(scopes) THEN 'lead' ELSE 'moderator' END, name FROM copydesk.api_keys WHERE id = ANY($2)`;

const unknownPerson = (id: string): NamedPerson => ({ id, tenant: null, role: 'moderator' satisfies Role, name: id });

/** Looks people and programs up by the ids that events name. Whoever is not known any more has the id for a name. */
export async function readPersons(session: SqlSession, ids: Iterable<string>): Promise<(id: string) => NamedPerson> {
  const wanted = [...new Set(ids)];
  const keys = wanted.filter((id) => id.startsWith(KEY)).map((id) => id.slice(KEY.length));
  const { rows } = wanted.length > 0 ? await session.query<NamedPerson>(READ, [wanted, keys]) : { rows: [] };
  const known = new Map(rows.map((person) => [person.id, person]));
  return (id) => known.get(id) ?? unknownPerson(id);
}
