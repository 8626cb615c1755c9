import type { SqlSession } from '../store/sql-pool.ts';
import { ACCOUNT_COLUMNS, type Account, type PeopleScope } from './people.ts';
import { PeopleError } from './people-error.ts';
import { matchSignInName } from './sign-in-name.ts';

interface Found extends Account {
  /** Less is nearer to what was said. */
  readonly rank: number;
}

/**
 * A person of the scope by id, by the name that they sign in by, or by a login that nobody else of the scope has. Throws `PeopleError`: `unclear_login`.
 */
export async function findPerson(session: SqlSession, scope: PeopleScope, idOrName: string): Promise<Account | undefined> {
  const { where, values } = matchSignInName(idOrName, 3);
  const { rows } = await session.query<Found>(
    `SELECT ${ACCOUNT_COLUMNS}, CASE WHEN p.id = $2 THEN 0 WHEN ${where} THEN 1 ELSE 2 END AS rank FROM copydesk.people p
      WHERE (p.id = $2 OR lower(p.login) = lower($2) OR ${where}) AND ($1::text IS NULL OR p.tenant = $1)
      ORDER BY rank, p.tenant NULLS FIRST LIMIT 2`,
    [scope, idOrName, ...values],
  );
  const [first, second] = rows;
  if (!first) return undefined;
  if (first.rank === 2 && second?.rank === 2) throw new PeopleError('unclear_login');
  const { rank: _, ...account } = first;
  return account;
}
