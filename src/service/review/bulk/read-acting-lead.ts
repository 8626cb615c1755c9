import type { SqlSession } from '../../store/sql-pool.ts';
import { hasRole, type Person } from '../person.ts';

/** A person or a key of the desk as they are now; nobody who was disabled, and no key that was revoked, has ended, or is not of the desk. */
const READ = `SELECT id, tenant, role FROM copydesk.people WHERE id = $1 AND disabled_at IS NULL
  UNION ALL SELECT 'key:' || id, tenant, CASE WHEN 'admin' = ANY(scopes) THEN 'lead' ELSE 'moderator' END FROM copydesk.api_keys
   WHERE 'key:' || id = $1 AND 'review' = ANY(scopes)
     AND (revoked_at IS NULL OR revoked_at > now()) AND (expires_at IS NULL OR expires_at > now())`;

/** Whoever has this id, if they may act in a tenant as a lead now, whatever they were before; else `undefined`. */
export async function readActingLead(session: SqlSession, tenant: string, id: string): Promise<Person | undefined> {
  const { rows } = await session.query<Person>(READ, [id]);
  return rows.find((person) => hasRole(person, 'lead') && (person.tenant === null || person.tenant === tenant));
}
