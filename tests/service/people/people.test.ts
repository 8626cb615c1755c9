import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  inviteFirstAdmin,
  invitePerson,
  PasswordLengthError,
} from '../../../src/service/people/accept-invitation.ts';
import { logIn } from '../../../src/service/people/log-in.ts';
import { checkPassword, hashPassword } from '../../../src/service/people/password.ts';
import { changePerson, insertPerson, LoginTakenError, listPeople } from '../../../src/service/people/people.ts';
import { closeSession, forgetSessions, readSession } from '../../../src/service/people/sessions.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const PASSWORD = 'a long sentence about harbours';
const NOW = new Date('2026-01-01T00:00:00Z');

describe('passwords', () => {
  it('are told from others, however they were typed', async () => {
    const hash = await hashPassword('Käthe liest Bücher');
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/u);
    expect(await checkPassword('Käthe liest Bücher'.normalize('NFD'), hash)).toBe(true);
    expect(await checkPassword('Käthe liest Bucher', hash)).toBe(false);
    expect(await checkPassword('', null)).toBe(false);
    expect(await hashPassword('Käthe liest Bücher')).not.toBe(hash);
  });
});

describe.each(availableModes())('people in the mode %s', (mode) => {
  let test: TestStore;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterAll(() => test.close(), 200_000);

  it('the first admin is invited until one has joined', async () => {
    const lost = await inviteFirstAdmin(test.pool, NOW);
    const link = await inviteFirstAdmin(test.pool, NOW);
    expect(await acceptInvitation(test.pool, lost ?? '', PASSWORD)).toBeUndefined();
    for (const password of ['a'.repeat(11), 'a'.repeat(201)]) {
      await expect(acceptInvitation(test.pool, link ?? '', password)).rejects.toThrow(PasswordLengthError);
    }
    const opened = await acceptInvitation(test.pool, link ?? '', PASSWORD);
    const current = await readSession(test.pool, opened?.token ?? '');
    expect(current?.person).toMatchObject({ login: 'admin', role: 'admin', tenant: null, hasJoined: true });
    expect(current?.csrf).toBe(opened?.csrf);
    expect(await acceptInvitation(test.pool, link ?? '', PASSWORD)).toBeUndefined();
    expect(await inviteFirstAdmin(test.pool, NOW)).toBeUndefined();
  });

  it('sign in with login and password, and with nothing else', async () => {
    const person = await insertPerson(test.pool, { tenant: 'default', login: 'Odile', name: 'Odile H.', role: 'moderator' }, NOW);
    await expect(insertPerson(test.pool, { tenant: null, login: 'odile', name: 'Another', role: 'lead' }, NOW)).rejects.toThrow(
      LoginTakenError,
    );
    expect(await logIn(test.pool, 'odile', PASSWORD)).toBeUndefined();
    await acceptInvitation(test.pool, await invitePerson(test.pool, person.id), PASSWORD);
    const opened = await logIn(test.pool, 'ODILE', PASSWORD);
    expect((await readSession(test.pool, opened?.token ?? ''))?.person).toMatchObject({ id: person.id, role: 'moderator' });
    expect(await logIn(test.pool, 'odile', `${PASSWORD}!`)).toBeUndefined();
    expect(await logIn(test.pool, 'nobody', PASSWORD)).toBeUndefined();
    await closeSession(test.pool, opened?.token ?? '');
    expect(await readSession(test.pool, opened?.token ?? '')).toBeUndefined();
    const { rows } = await test.pool.query('SELECT * FROM copydesk.people');
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });

  it('lose their sessions with their role, and the desk when they are disabled', async () => {
    const person = await insertPerson(test.pool, { tenant: null, login: 'ben', name: 'Ben', role: 'moderator' }, NOW);
    const first = await acceptInvitation(test.pool, await invitePerson(test.pool, person.id), PASSWORD);
    expect(await changePerson(test.pool, person.id, { role: 'lead' })).toMatchObject({ role: 'lead', disabledAt: null });
    expect(await readSession(test.pool, first?.token ?? '')).toBeUndefined();
    const second = await logIn(test.pool, 'ben', PASSWORD);
    expect(await changePerson(test.pool, person.id, { isDisabled: true })).toMatchObject({ disabledAt: expect.any(Date) });
    expect(await readSession(test.pool, second?.token ?? '')).toBeUndefined();
    expect(await logIn(test.pool, 'ben', PASSWORD)).toBeUndefined();
    expect(await changePerson(test.pool, person.id, { isDisabled: false })).toMatchObject({ disabledAt: null });
    expect(await logIn(test.pool, 'ben', PASSWORD)).toBeDefined();
    expect(await changePerson(test.pool, 'per_none', { role: 'lead' })).toBeUndefined();
  });

  it('have sessions that end when nobody uses them, and after a week', async () => {
    const idle = await logIn(test.pool, 'admin', PASSWORD);
    await test.pool.query("UPDATE copydesk.sessions SET seen_at = now() - interval '13 hours'");
    expect(await readSession(test.pool, idle?.token ?? '')).toBeUndefined();
    const old = await logIn(test.pool, 'admin', PASSWORD);
    const used = await logIn(test.pool, 'admin', PASSWORD);
    await test.pool.query(
      "UPDATE copydesk.sessions SET seen_at = now() - interval '1 hour', expires_at = now() + interval '1 hour'",
    );
    expect(await readSession(test.pool, used?.token ?? '')).toBeDefined();
    const { rows } = await test.pool.query<{ recent: string }>(
      "SELECT count(*) FILTER (WHERE seen_at > now() - interval '1 minute') AS recent FROM copydesk.sessions",
    );
    expect(Number(rows[0]?.recent)).toBe(1);
    await test.pool.query('UPDATE copydesk.sessions SET expires_at = now()');
    expect(await readSession(test.pool, old?.token ?? '')).toBeUndefined();
    await forgetSessions(test.pool);
    expect((await test.pool.query('SELECT 1 FROM copydesk.sessions')).rows).toEqual([]);
  });

  it('are listed by tenant', async () => {
    expect((await listPeople(test.pool, 'default')).map(({ login }) => login)).toEqual(['Odile']);
    expect((await listPeople(test.pool, null)).map(({ login }) => login).sort()).toEqual(['Odile', 'admin', 'ben']);
  });
});
