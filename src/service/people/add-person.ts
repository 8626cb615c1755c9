import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import { lockPeople } from './lock-people.ts';
import { type Account, insertPerson, LoginTakenError, type NewPerson } from './people.ts';
import { matchSignInName, writeSignInName } from './sign-in-name.ts';

/** Whoever sees all people is told when two would sign in by one name; a tenant's admin is not to learn of others. */
async function refuseSameName(session: SqlSession, person: NewPerson): Promise<void> {
  const { where, values } = matchSignInName(writeSignInName(person), 1);
  const { rows } = await session.query(`SELECT 1 FROM copydesk.people p WHERE ${where} LIMIT 1`, values);
  if (rows.length > 0) throw new LoginTakenError(`somebody has the login ${person.login}`);
}

/** Adds a person, and says so in the chain of their desk. Throws `LoginTakenError`. */
export function addPerson(pool: SqlPool, person: NewPerson, by: string, now: Date): Promise<Account> {
  return inTransaction(pool, async (session) => {
    await lockPeople(session);
    if (person.isVouched) await refuseSameName(session, person);
    const account = await insertPerson(session, person, now);
    const data = { by, person: account.id, role: account.role };
    await appendDeskEvents(session, account.tenant, [{ name: 'people.added', data }], now);
    return account;
  });
}
