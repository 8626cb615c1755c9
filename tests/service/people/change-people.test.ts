import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation, inviteFirstAdmin } from '../../../src/service/people/accept-invitation.ts';
import { addPerson } from '../../../src/service/people/add-person.ts';
import { alterPerson } from '../../../src/service/people/alter-person.ts';
import { issueInvitation } from '../../../src/service/people/issue-invitation.ts';
import { logIn } from '../../../src/service/people/log-in.ts';
import { type Account, LoginTakenError, listPeople, type NewPerson } from '../../../src/service/people/people.ts';
import { openSession, readSession } from '../../../src/service/people/sessions.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';
import { readDeskChain } from './read-desk-chain.ts';

const NOW = new Date('2026-02-01T08:00:00Z');
const PASSWORD = 'a long sentence about harbours';

describe.each(availableModes())('changes of people in the mode %s', (mode) => {
  let test: TestStore;
  let root: Account;

  const add = (person: Partial<NewPerson> & { readonly login: string }) =>
    addPerson(test.pool, { tenant: 'default', name: person.login, role: 'moderator', ...person }, root.id, NOW);
  const join = async ({ id }: Account) => {
    const { secret } = await issueInvitation(test.pool, null, id, root.id, NOW);
    return acceptInvitation(test.pool, secret, PASSWORD);
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code ?? error,
    );

  beforeAll(async () => {
    test = await openTestStore(mode);
    const first = await inviteFirstAdmin(test.pool, NOW, false);
    await acceptInvitation(test.pool, first?.secret ?? '', PASSWORD);
    const [admin] = await listPeople(test.pool, null);
    if (!admin) throw new Error('there is no first admin');
    root = admin;
  }, 200_000);
  afterAll(() => test.close(), 200_000);

  it('stand in the chain of their desk, by ids alone', async () => {
    const odile = await add({ login: 'Odile.Secret', name: 'Odile Harbour', email: 'Odile@Merrow.example' });
    expect(odile.email).toBe('odile@merrow.example');
    await alterPerson(test.pool, 'default', odile.id, { role: 'lead', name: 'Odile H.' }, root.id, NOW);
    await alterPerson(test.pool, null, odile.id, { isDisabled: true }, root.id, NOW);
    await alterPerson(test.pool, null, odile.id, { isDisabled: false }, root.id, NOW);
    await join(odile);
    const chain = await readDeskChain(test.pool, 'default');
    const of = { by: root.id, person: odile.id };
    expect(chain.map(({ name, data }) => [name, data])).toEqual([
      ['people.added', { ...of, role: 'moderator' }],
      ['people.changed', { ...of, role: 'lead', changed: ['role', 'name'] }],
      ['people.disabled', of],
      ['people.enabled', of],
      ['people.invited', of],
      ['people.joined', { by: odile.id, person: odile.id }],
    ]);
    expect(JSON.stringify(chain)).not.toMatch(/odile|harbour|secret|merrow/iu);
    expect((await readDeskChain(test.pool, null)).map(({ name, data }) => [name, data.by])).toEqual([
      ['people.added', 'start'],
      ['people.invited', 'start'],
      ['people.joined', root.id],
    ]);
  });

  it('are told from what changes nothing, which ends no session', async () => {
    const ben = await add({ login: 'ben' });
    const { token } = await openSession(test.pool, ben.id);
    const before = (await readDeskChain(test.pool, 'default')).length;
    await alterPerson(test.pool, null, ben.id, { role: 'moderator', isDisabled: false, name: 'ben' }, root.id, NOW);
    expect(await readSession(test.pool, token)).toBeDefined();
    expect(await readDeskChain(test.pool, 'default')).toHaveLength(before);
    await alterPerson(test.pool, null, ben.id, { name: 'Ben' }, root.id, NOW);
    expect(await readSession(test.pool, token)).toBeDefined();
    await alterPerson(test.pool, null, ben.id, { role: 'publisher' }, root.id, NOW);
    expect(await readSession(test.pool, token)).toBeUndefined();
    const taken = await openSession(test.pool, ben.id);
    await alterPerson(test.pool, null, ben.id, { email: 'ben@merrow.example' }, root.id, NOW);
    expect(await readSession(test.pool, taken.token)).toBeUndefined();
  });

  it('are refused where the person is of another tenant, or is nobody', async () => {
    await test.pool.query("INSERT INTO copydesk.tenants (id) VALUES ('gazette') ON CONFLICT DO NOTHING");
    const carla = await add({ login: 'carla', tenant: 'gazette' });
    for (const [scope, id] of [
      ['default', carla.id],
      ['default', root.id],
      [null, 'per_none'],
    ] as const) {
      expect(await codeOf(alterPerson(test.pool, scope, id, { role: 'lead' }, root.id, NOW))).toBe('unknown_person');
      expect(await codeOf(issueInvitation(test.pool, scope, id, root.id, NOW))).toBe('unknown_person');
    }
    expect((await listPeople(test.pool, 'gazette')).map(({ id }) => id)).toEqual([carla.id]);
  });

  it('keep an admin who can let others in, also when two go at the same time', async () => {
    const refused = () => alterPerson(test.pool, null, root.id, { role: 'lead' }, root.id, NOW);
    expect(await codeOf(refused())).toBe('last_admin');
    expect(await codeOf(alterPerson(test.pool, null, root.id, { isDisabled: true }, root.id, NOW))).toBe('last_admin');
    // Somebody who has not joined, or acts for one tenant only, is none.
    const second = await add({ login: 'second', tenant: null, role: 'admin' });
    await join(await add({ login: 'of-default', role: 'admin' }));
    expect(await codeOf(refused())).toBe('last_admin');
    await join(second);
    const both = [root, second].map(({ id }) => codeOf(alterPerson(test.pool, null, id, { isDisabled: true }, id, NOW)));
    expect((await Promise.all(both)).sort()).toEqual(['done', 'last_admin']);
    for (const { id } of [root, second]) await alterPerson(test.pool, null, id, { isDisabled: false }, root.id, NOW);
    // The tenant's own admin may go: those of all tenants are there.
    expect(await codeOf(alterPerson(test.pool, 'default', 'of-default', { role: 'lead' }, root.id, NOW))).toBe('done');
  });

  it('leave a disabled person without a link', async () => {
    const dora = await add({ login: 'dora' });
    const { secret } = await issueInvitation(test.pool, null, 'DORA', root.id, NOW);
    await alterPerson(test.pool, null, dora.id, { isDisabled: true }, root.id, NOW);
    expect(await acceptInvitation(test.pool, secret, PASSWORD)).toBeUndefined();
    expect(await codeOf(issueInvitation(test.pool, null, dora.id, root.id, NOW))).toBe('person_disabled');
  });

  it('give each login of a tenant, and each address that is vouched for, to one person', async () => {
    const emil = await add({ login: 'emil', email: 'emil@merrow.example', isVouched: true });
    await expect(add({ login: 'EMIL' })).rejects.toThrow(LoginTakenError);
    await expect(add({ login: 'emil-2', email: 'Emil@merrow.example', isVouched: true })).rejects.toThrow(LoginTakenError);
    const fay = await add({ login: 'fay' });
    const change = alterPerson(test.pool, null, fay.id, { email: 'EMIL@merrow.example' }, root.id, NOW);
    expect(await codeOf(change)).toBe('login_taken');
    await alterPerson(test.pool, null, emil.id, { email: null }, root.id, NOW);
    expect((await alterPerson(test.pool, null, fay.id, { email: 'emil@merrow.example' }, root.id, NOW)).email).toBe(
      'emil@merrow.example',
    );
  });

  it('tell the admin of a tenant nothing of who there is elsewhere, and leave those their login', async () => {
    for (const id of ['harbour', 'herald']) await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [id]);
    const theirs = { login: 'chief@merrow.example', email: 'chief@merrow.example' };
    const hook = await add({ ...theirs, tenant: 'harbour' });
    const chief = await add({ ...theirs, tenant: null, isVouched: true });
    const third = await add({ ...theirs, tenant: 'herald' });
    for (const person of [hook, chief, third]) {
      const { secret } = await issueInvitation(test.pool, null, person.id, root.id, NOW);
      await acceptInvitation(test.pool, secret, `${PASSWORD} ${person.id}`);
    }
    const whoIs = async (name: string, { id }: Account) => {
      const opened = await logIn(test.pool, name, `${PASSWORD} ${id}`);
      return opened && (await readSession(test.pool, opened.token))?.person.id;
    };
    expect(await whoIs('Chief@merrow.example', chief)).toBe(chief.id);
    expect(await whoIs('harbour/chief@merrow.example', hook)).toBe(hook.id);
    expect(await whoIs('herald/chief@merrow.example', third)).toBe(third.id);
    expect(await whoIs('chief@merrow.example', hook)).toBeUndefined();
    // Whoever answers for all tenants is told of a name that two would sign in by.
    await expect(add({ login: 'chief@merrow.example', isVouched: true })).rejects.toThrow(LoginTakenError);
    expect((await add({ login: 'chief@merrow.example' })).tenant).toBe('default');
    for (const login of ['quin', 'rosa']) await add({ login, tenant: 'harbour' });
    await add({ login: 'rosa', tenant: 'herald' });
    const codes = ['quin', 'rosa', 'herald/rosa'].map((name) => codeOf(issueInvitation(test.pool, null, name, root.id, NOW)));
    expect(await Promise.all(codes)).toEqual(['done', 'unclear_login', 'done']);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const [next] = await listPeople(test.pool, null, { after, limit: 1 });
      if (!next) break;
      seen.push(next.id);
      after = next.id;
    }
    expect(seen).toEqual((await listPeople(test.pool, null)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are numbered without a gap when many come at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => add({ login: `many-${index}` })));
    const names = (await readDeskChain(test.pool, 'default')).slice(-12).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['people.added']));
  });
});
