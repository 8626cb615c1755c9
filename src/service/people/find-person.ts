import type { SqlSession } from '../store/sql-pool.ts';
import { ACCOUNT_COLUMNS, type Account, type PeopleScope } from './people.ts';

/** A person of the scope by id or login. */
export async function findPerson(session: SqlSession, scope: PeopleScope, idOrLogin: string): Promise<Account | undefined> {
  const { rows } = await session.query<Account>(
    `SELECT ${ACCOUNT_COLUMNS} FROM copydesk.people p
      WHERE (p.id = $2 OR lower(p.login) = lower($2)) AND ($1::text IS NULL OR p.tenant = $1) ORDER BY p.id = $2 DESC LIMIT 1`,
    [scope, idOrLogin],
  );
  return rows[0];
}
