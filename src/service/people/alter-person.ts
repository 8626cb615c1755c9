import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import type { DeskEvent } from './desk-event.ts';
import { findPerson } from './find-person.ts';
import { lockPeople } from './lock-people.ts';
import { type Account, changePerson, type PeopleScope, type PersonChange } from './people.ts';
import { PeopleError } from './people-error.ts';

/** What differs from what is. */
function findDifference(account: Account, { role, isDisabled, name, email }: PersonChange): PersonChange {
  return {
    ...(role !== undefined && role !== account.role && { role }),
    ...(isDisabled !== undefined && isDisabled !== (account.disabledAt !== null) && { isDisabled }),
    ...(name !== undefined && name !== account.name && { name }),
    // The same address again ends the bond with the account that proved it.
    ...(email !== undefined && { email }),
  };
}

function toEvents({ id, role }: Account, change: PersonChange, by: string): readonly DeskEvent[] {
  const changed = (['role', 'name', 'email'] as const).filter((field) => change[field] !== undefined);
  const data = { by, person: id };
  return [
    ...(changed.length > 0 ? [{ name: 'people.changed', data: { ...data, role, changed } } as const] : []),
    ...(change.isDisabled === undefined
      ? []
      : [{ name: change.isDisabled ? 'people.disabled' : 'people.enabled', data } as const]),
  ];
}

/** Whether nobody else who has joined could do for this person's tenants what this admin can. */
async function isLastAdmin(session: SqlSession, { id, tenant, role, disabledAt }: Account): Promise<boolean> {
  if (role !== 'admin' || disabledAt !== null) return false;
  const { rows } = await session.query(
    `SELECT 1 FROM copydesk.people WHERE role = 'admin' AND disabled_at IS NULL AND id <> $1
        AND (password IS NOT NULL OR subject IS NOT NULL) AND (tenant IS NULL OR tenant = $2) LIMIT 1`,
    [id, tenant],
  );
  return rows.length === 0;
}

async function refuseTaken(session: SqlSession, id: string, email: string | null | undefined): Promise<void> {
  if (typeof email !== 'string') return;
  const { rows } = await session.query('SELECT 1 FROM copydesk.people WHERE email = $1 AND vouched AND id <> $2', [
    email.toLowerCase(),
    id,
  ]);
  if (rows.length > 0) throw new PeopleError('login_taken');
}

/** As `alterPerson`, in a transaction that holds the lock of people. */
export async function alterHeld(
  session: SqlSession,
  scope: PeopleScope,
  account: Account,
  change: PersonChange,
  by: string,
  now: Date,
): Promise<Account> {
  const difference = findDifference(account, change);
  if (Object.keys(difference).length === 0) return account;
  const takesRights = difference.isDisabled === true || difference.role !== undefined;
  if (takesRights && (await isLastAdmin(session, account))) throw new PeopleError('last_admin');
  // Whoever has one tenant only vouches for nobody's address, and is not told who else has it.
  const isVouched = scope === null;
  if (isVouched) await refuseTaken(session, account.id, difference.email);
  const changed = await changePerson(session, account.id, difference, isVouched);
  if (!changed) throw new PeopleError('unknown_person');
  await appendDeskEvents(session, changed.tenant, toEvents(changed, difference, by), now);
  return changed;
}

/**
 * Changes a person of the scope, and says so in the chain of their desk. A change that changes nothing leaves no event and ends no session.
 * Throws `PeopleError`.
 */
export function alterPerson(
  pool: SqlPool,
  scope: PeopleScope,
  id: string,
  change: PersonChange,
  by: string,
  now: Date,
): Promise<Account> {
  return inTransaction(pool, async (session) => {
    await lockPeople(session);
    const account = await findPerson(session, scope, id);
    if (!account) throw new PeopleError('unknown_person');
    return alterHeld(session, scope, account, change, by, now);
  });
}
