import { randomBytes, scryptSync } from 'node:crypto';
import { expect } from 'vitest';
import { invitePerson } from '../../../../src/service/people/accept-invitation.ts';
import { appendDeskEvents } from '../../../../src/service/people/append-desk-events.ts';
import { insertPerson } from '../../../../src/service/people/people.ts';
import type { Role } from '../../../../src/service/review/person.ts';
import { inTransaction } from '../../../../src/service/store/in-transaction.ts';
import type { Answered, TestApi } from '../open-test-api.ts';

export const PASSWORD = 'a long sentence about harbours';

export interface Joined {
  readonly id: string;
  readonly login: string;
  /** What a browser sends with each request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The cookie of an answer, as a browser sends it back. */
export function readCookie({ headers }: Answered): string {
  const [cookie = ''] = headers.getSetCookie();
  return cookie.split(';', 1)[0] ?? '';
}

/** Invites somebody new, who joins by the API, as people do. */
export async function joinByLink(api: TestApi, role: Role, tenant: string | null): Promise<Joined> {
  const { id, login } = await insertSomebody(api, role, tenant);
  const invitation = await invitePerson(api.desk.pool, id);
  const joined = await api.call('/v1/desk/join', { key: '', body: { invitation, password: PASSWORD } });
  return { id, login, headers: readHeaders(joined) };
}

const COST = { N: 2, r: 8, p: 1 } as const;

/** A hash of the password that is checked as any other, and in no time: the right one takes a quarter of a second each time. */
function hashQuickly(): string {
  const salt = randomBytes(16);
  const key = scryptSync(PASSWORD, salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Lets somebody new in who has joined already, and signs them in by the API. */
export async function joinDesk(api: TestApi, role: Role, tenant: string | null): Promise<Joined> {
  const { id, login } = await insertSomebody(api, role, tenant);
  await inTransaction(api.desk.pool, async (session) => {
    await session.query('UPDATE copydesk.people SET password = $2 WHERE id = $1', [id, hashQuickly()]);
    await appendDeskEvents(session, tenant, [{ name: 'people.joined', data: { by: id, person: id } }], new Date());
  });
  const body = { login: tenant === null ? login : `${tenant}/${login}`, password: PASSWORD };
  return { id, login, headers: readHeaders(await api.call('/v1/desk/session', { key: '', body })) };
}

function insertSomebody(api: TestApi, role: Role, tenant: string | null) {
  const login = `${role}-${randomBytes(4).toString('hex')}`;
  return insertPerson(api.desk.pool, { tenant, login, name: `Name of ${login}`, role }, new Date());
}

function readHeaders(opened: Answered): Joined['headers'] {
  expect(opened.status, opened.text).toBe(200);
  return { cookie: readCookie(opened), 'copydesk-csrf': String(opened.json.csrf) };
}
