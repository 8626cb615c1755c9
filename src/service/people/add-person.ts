import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import { lockPeople } from './lock-people.ts';
import { type Account, insertPerson, type NewPerson } from './people.ts';

/** Adds a person, and says so in the chain of their desk. Throws `LoginTakenError`. */
export function addPerson(pool: SqlPool, person: NewPerson, by: string, now: Date): Promise<Account> {
  return inTransaction(pool, async (session) => {
    await lockPeople(session);
    const account = await insertPerson(session, person, now);
    const data = { by, person: account.id, role: account.role };
    await appendDeskEvents(session, account.tenant, [{ name: 'people.added', data }], now);
    return account;
  });
}
