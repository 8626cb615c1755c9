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
import { PeopleError } from '../../../src/service/people/people-error.ts';
import { closeSession, forgetSessions, readSession } from '../../../src/service/people/sessions.ts';
import { WaitingLine } from '../../../src/service/people/waiting-line.ts';
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

describe('many passwords at once', () => {
  it('wait in a line of bounded length, and are refused beyond it', async () => {
    const tries = Array.from({ length: 60 }, () => checkPassword('a wrong password', null).catch((error: unknown) => error));
    const outcomes = await Promise.all(tries);
    const refused = outcomes.filter((outcome) => outcome instanceof PeopleError);
    expect(refused.length).toBeGreaterThanOrEqual(60 - 24);
    expect(refused.every(({ code }) => code === 'busy')).toBe(true);
    expect(outcomes.filter((outcome) => outcome === false)).toHaveLength(60 - refused.length);
    expect(refused.length).toBeLessThan(60);
    expect(await checkPassword('a wrong password', null)).toBe(false);
  }, 60_000);
});

describe('turns', () => {
  it('are never more at once than may be, whenever one ends and others come', async () => {
    const line = new WaitingLine({ atOnce: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const work = async (): Promise<'done'> => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return 'done';
    };
    const first = [line.run(work), line.run(work), line.run(work)];
    // Comes just as one ends, while whoever waits has not begun yet.
    const late = first[0]?.then(() => line.run(work));
    expect(await Promise.all([...first, late])).toEqual(['done', 'done', 'done', 'done']);
    expect(most).toBe(2);
    const all = await Promise.all(Array.from({ length: 7 }, () => line.run(work)));
    expect(all.filter((one) => one === undefined)).toHaveLength(2);
  });

  it('go on after work that fails', async () => {
    const line = new WaitingLine({ atOnce: 1, waiting: 1 });
    const fails = line.run(() => Promise.reject(new Error('no')));
    const next = line.run(() => Promise.resolve(1));
    await expect(fails).rejects.toThrow('no');
    expect(await next).toBe(1);
  });
});

describe.each(availableModes())('people in the mode %s', (mode) => {
  let test: TestStore;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);
  afterAll(() => test.close(), 200_000);

  it('the first admin is invited until one has joined', async () => {
    const lost = (await inviteFirstAdmin(test.pool, NOW, true))?.secret;
    const link = (await inviteFirstAdmin(test.pool, NOW, true))?.secret;
    expect(await acceptInvitation(test.pool, lost ?? '', PASSWORD)).toBeUndefined();
    // Another process that starts shows none, and leaves the one that was shown.
    expect(await inviteFirstAdmin(test.pool, NOW, false)).toEqual({ login: 'admin', secret: undefined });
    for (const password of ['a'.repeat(11), 'a'.repeat(201)]) {
      await expect(acceptInvitation(test.pool, link ?? '', password)).rejects.toThrow(PasswordLengthError);
    }
    const opened = await acceptInvitation(test.pool, link ?? '', PASSWORD);
    const current = await readSession(test.pool, opened?.token ?? '');
    expect(current?.person).toMatchObject({ login: 'admin', role: 'admin', tenant: null, hasJoined: true });
    expect(current?.csrf).toBe(opened?.csrf);
    expect(await acceptInvitation(test.pool, link ?? '', PASSWORD)).toBeUndefined();
    expect(await inviteFirstAdmin(test.pool, NOW, false)).toBeUndefined();
  });

  it('an invitation that there is not costs no password', async () => {
    const begin = performance.now();
    const tries = Array.from({ length: 100 }, () => acceptInvitation(test.pool, 'nonsense', PASSWORD));
    expect((await Promise.all(tries)).every((opened) => opened === undefined)).toBe(true);
    // One hash alone takes a tenth of a second and more.
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('sign in with login and password, and with nothing else', async () => {
    const person = await insertPerson(test.pool, { tenant: 'default', login: 'Odile', name: 'Odile H.', role: 'moderator' }, NOW);
    const again = { tenant: 'default', login: 'odile', name: 'Another', role: 'lead' } as const;
    await expect(insertPerson(test.pool, again, NOW)).rejects.toThrow(LoginTakenError);
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

  it('have no session by a password that was changed, or an account that was disabled, while it was checked', async () => {
    const added = { tenant: null, login: 'petra', name: 'Petra', role: 'lead' } as const;
    const { id } = await insertPerson(test.pool, added, NOW);
    const changes = [
      `UPDATE copydesk.people SET password = (SELECT password FROM copydesk.people WHERE login = 'Other') WHERE id = $1`,
      'UPDATE copydesk.people SET disabled_at = now() WHERE id = $1',
    ];
    for (const change of changes) {
      await acceptInvitation(test.pool, await invitePerson(test.pool, id), PASSWORD);
      const login = logIn(test.pool, 'petra', PASSWORD);
      await new Promise((resolve) => setTimeout(resolve, 40));
      await test.pool.query(change, [id]);
      expect([change, await login]).toEqual([change, undefined]);
    }
  });
});
