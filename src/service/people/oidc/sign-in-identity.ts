import { ROLES, type Role } from '../../review/person.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';
import { alterHeld } from '../alter-person.ts';
import { appendDeskEvents } from '../append-desk-events.ts';
import { lockPeople } from '../lock-people.ts';
import { ACCOUNT_COLUMNS, type Account } from '../people.ts';
import { PeopleError } from '../people-error.ts';
import { type OpenedSession, openSession } from '../sessions.ts';
import { OidcError } from './oidc-error.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { Identity } from './read-identity.ts';

interface Found extends Account {
  readonly subject: string | null;
}

/**
 * Whoever has the account is it, whatever address they have now; the address counts for people whose account is not known yet, where somebody who answers for
 * all tenants has given it.
 */
async function findBearer(session: SqlSession, { issuer, subject, email }: Identity): Promise<Found | undefined> {
  const { rows } = await session.query<Found>(
    `SELECT ${ACCOUNT_COLUMNS}, p.subject FROM copydesk.people p
      WHERE (p.issuer = $1 AND p.subject = $2) OR (p.subject IS NULL AND p.vouched AND p.email = $3) ORDER BY p.subject NULLS LAST LIMIT 1`,
    [issuer, subject, email ?? null],
  );
  return rows[0];
}

/** Whoever brings the link that an admin gave them; where an address is known, it must be theirs too. */
async function findInvited(session: SqlSession, { email }: Identity, invitation: string): Promise<Found | undefined> {
  const { rows } = await session.query<Found>(
    `SELECT ${ACCOUNT_COLUMNS}, p.subject FROM copydesk.invitations i JOIN copydesk.people p ON p.id = i.person
      WHERE i.hash = $1 AND i.expires_at > now() AND p.subject IS NULL AND (p.email IS NULL OR p.email = $2)`,
    [Buffer.from(invitation, 'base64url'), email ?? null],
  );
  return rows[0];
}

/**
 * From now on the person is whoever has this account, and nobody else: the admin of a tenant may have kept a link, a session or the password of the account
 * they made. A person who is here by an address keeps the password that only admins of all tenants could have had.
 */
async function link(session: SqlSession, { id, tenant }: Account, { issuer, subject }: Identity, now: Date): Promise<void> {
  await session.query(
    `UPDATE copydesk.people SET issuer = $2, subject = $3, password = CASE WHEN tenant IS NULL THEN password END WHERE id = $1`,
    [id, issuer, subject],
  );
  await session.query('DELETE FROM copydesk.invitations WHERE person = $1', [id]);
  await session.query('DELETE FROM copydesk.sessions WHERE person = $1', [id]);
  await appendDeskEvents(session, tenant, [{ name: 'people.linked', data: { by: id, person: id } }], now);
}

/** The greatest role that the groups give; `undefined` when none of them gives one. */
function chooseRole(groups: readonly string[], roles: Readonly<Record<string, Role>>): Role | undefined {
  return ROLES.findLast((role) => groups.some((group) => Object.hasOwn(roles, group) && roles[group] === role));
}

async function followGroups(session: SqlSession, person: Account, groups: readonly string[], settings: OidcSettings, now: Date) {
  if (!settings.groups) return;
  const role = chooseRole(groups, settings.groups.roles);
  if (role === undefined) throw new OidcError('oidc_refused');
  await alterHeld(session, null, person, { role }, 'oidc', now);
}

/**
 * Opens a session for whoever the provider says is there, if an admin has added them: for whoever has the account, brings the link of an invitation
 * (`invitation` is the hash of its secret, in base64url), or has an address that an admin of all tenants has given. With roles by groups, the person has that role from now on. Throws
 * `OidcError`: nobody has the account, the link or the verified address, the person is disabled, is in no group that gives a role, or would no
 * longer be an admin though nobody else is.
 */
export async function signInIdentity(
  pool: SqlPool,
  identity: Identity,
  settings: OidcSettings,
  now: Date,
  invitation?: string,
): Promise<OpenedSession> {
  try {
    return await inTransaction(pool, async (session) => {
      await lockPeople(session);
      const bearer = await findBearer(session, identity);
      const invited =
        invitation !== undefined && bearer?.subject == null ? await findInvited(session, identity, invitation) : undefined;
      const person = invited ?? bearer;
      if (!person || person.disabledAt !== null) throw new OidcError('oidc_refused');
      if (person.subject === null) await link(session, person, identity, now);
      await followGroups(session, person, identity.groups, settings, now);
      return openSession(session, person.id);
    });
  } catch (error) {
    throw error instanceof PeopleError ? new OidcError('oidc_refused', error) : error;
  }
}
