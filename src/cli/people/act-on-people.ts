import { readTenant } from '../../service/access/tenant.ts';
import type { Config } from '../../service/config.ts';
import { addPerson } from '../../service/people/add-person.ts';
import { alterPerson } from '../../service/people/alter-person.ts';
import { deskOrigin } from '../../service/people/desk-origin.ts';
import { EMAIL_ADDRESS } from '../../service/people/email-address.ts';
import { findPerson } from '../../service/people/find-person.ts';
import { issueInvitation } from '../../service/people/issue-invitation.ts';
import { type Account, listPeople, type PersonChange } from '../../service/people/people.ts';
import { writeInvitationUrl } from '../../service/people/write-invitation-url.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { toRole } from './to-role.ts';

/** In events this stands for whoever has the store. */
const BY = 'cli';

/** Options of `people add`. */
export interface PeopleValues {
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly tenant?: string | undefined;
  readonly 'all-tenants': boolean;
  readonly email?: string | undefined;
}

/** Whom it was about, or all, and the link that was made. */
export interface PeopleAnswer {
  readonly people: readonly Account[];
  readonly url?: string;
}

/** The address that a person signs in by. Throws `CliError`. */
function toEmail(login: string, email: string | undefined): string | null {
  if (email === undefined) return EMAIL_ADDRESS.test(login) ? login : null;
  if (EMAIL_ADDRESS.test(email)) return email;
  throw new CliError('--email needs an address of ASCII characters', EXIT.usage);
}

async function chooseTenant(pool: SqlPool, { tenant, 'all-tenants': isForAll }: PeopleValues): Promise<string | null> {
  if (isForAll && tenant !== undefined) throw new CliError('either --tenant or --all-tenants', EXIT.usage);
  if (isForAll) return null;
  const name = tenant ?? 'default';
  if (await readTenant(pool, name)) return name;
  throw new CliError(`there is no tenant ${name}; make it first: copydesk tenants create ${name}`, EXIT.data);
}

async function invite(pool: SqlPool, config: Config, login: string): Promise<PeopleAnswer> {
  const { secret } = await issueInvitation(pool, null, login, BY, new Date());
  const person = await findPerson(pool, null, login);
  return { people: person ? [person] : [], url: writeInvitationUrl(deskOrigin(config), secret) };
}

async function add(pool: SqlPool, config: Config, login: string, values: PeopleValues): Promise<PeopleAnswer> {
  const { role = 'moderator', name = login, email } = values;
  if (!/^[^\s\p{Cc}/]{1,100}$/u.test(login))
    throw new CliError('a login has 1 to 100 characters, no spaces and no /', EXIT.usage);
  if (name.trim() === '' || name.length > 100) throw new CliError('--name needs 1 to 100 characters', EXIT.usage);
  const about = { login, name, role: toRole(role), email: toEmail(login, email), isVouched: true };
  const account = await addPerson(pool, { tenant: await chooseTenant(pool, values), ...about }, BY, new Date());
  return invite(pool, config, account.id);
}

async function listAll(pool: SqlPool): Promise<PeopleAnswer> {
  const people: Account[] = [];
  for (let after = ''; ; ) {
    const page = await listPeople(pool, null, { after });
    people.push(...page);
    const last = page.at(-1);
    if (!last) return { people };
    after = last.id;
  }
}

/** What can be done with people. */
export const PEOPLE_PARTS = ['list', 'add', 'invite', 'role', 'disable', 'enable'] as const;
export type PeoplePart = (typeof PEOPLE_PARTS)[number];

/** Part, login and role as they stand in the command; those that the part does not need are empty. */
export type PeopleWords = readonly [PeoplePart, string, string];

/** Does one part. Throws `PeopleError`, `LoginTakenError` or `CliError`. */
export function actOnPeople(
  pool: SqlPool,
  config: Config,
  [part, login, word]: PeopleWords,
  values: PeopleValues,
): Promise<PeopleAnswer> {
  const alter = async (change: PersonChange): Promise<PeopleAnswer> => ({
    people: [await alterPerson(pool, null, login, change, BY, new Date())],
  });
  switch (part) {
    case 'list':
      return listAll(pool);
    case 'add':
      return add(pool, config, login, values);
    case 'invite':
      return invite(pool, config, login);
    case 'role':
      return alter({ role: toRole(word) });
    case 'disable':
      return alter({ isDisabled: true });
    case 'enable':
      return alter({ isDisabled: false });
    default:
      return part satisfies never;
  }
}
