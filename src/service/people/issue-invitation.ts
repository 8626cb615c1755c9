import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { INVITATION_HOURS, invitePerson } from './accept-invitation.ts';
import { appendDeskEvents } from './append-desk-events.ts';
import { findPerson } from './find-person.ts';
import { lockPeople } from './lock-people.ts';
import type { PeopleScope } from './people.ts';
import { PeopleError } from './people-error.ts';

export interface IssuedInvitation {
  /** The secret part of the link. */
  readonly secret: string;
  readonly expiresAt: Date;
}

async function isLinked(session: SqlSession, id: string): Promise<boolean> {
  const { rows } = await session.query('SELECT 1 FROM copydesk.people WHERE id = $1 AND subject IS NOT NULL', [id]);
  return rows.length > 0;
}

/**
 * Lets a person of the scope choose a password, once, whether or not they have one; an earlier invitation no longer counts. Throws
 * `PeopleError`.
 */
export function issueInvitation(
  pool: SqlPool,
  scope: PeopleScope,
  idOrLogin: string,
  by: string,
  now: Date,
): Promise<IssuedInvitation> {
  return inTransaction(pool, async (session) => {
    await lockPeople(session);
    const person = await findPerson(session, scope, idOrLogin);
    if (!person) throw new PeopleError('unknown_person');
    if (person.disabledAt !== null) throw new PeopleError('person_disabled');
    // Whoever has the link is the person from then on: the admin of one tenant could become somebody who has proven to be another.
    if (scope !== null && (await isLinked(session, person.id))) throw new PeopleError('person_linked');
    await appendDeskEvents(session, person.tenant, [{ name: 'people.invited', data: { by, person: person.id } }], now);
    return { secret: await invitePerson(session, person.id), expiresAt: new Date(now.getTime() + INVITATION_HOURS * 3_600_000) };
  });
}
