import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { invitePerson } from '../../../../src/service/people/accept-invitation.ts';
import { insertPerson } from '../../../../src/service/people/people.ts';
import type { Role } from '../../../../src/service/review/person.ts';
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

/** Invites somebody new, who joins by the API. */
export async function joinDesk(api: TestApi, role: Role, tenant: string | null): Promise<Joined> {
  const login = `${role}-${randomBytes(4).toString('hex')}`;
  const person = await insertPerson(api.desk.pool, { tenant, login, name: `Name of ${login}`, role }, new Date());
  const invitation = await invitePerson(api.desk.pool, person.id);
  const joined = await api.call('/v1/desk/join', { key: '', body: { invitation, password: PASSWORD } });
  expect(joined.status, joined.text).toBe(200);
  return { id: person.id, login, headers: { cookie: readCookie(joined), 'copydesk-csrf': String(joined.json.csrf) } };
}
