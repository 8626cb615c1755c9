import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePerson } from '../../../../src/service/people/people.ts';
import { CANARY, expectLogContract } from '../../open-test-desk.ts';
import { readDeskChain } from '../../people/read-desk-chain.ts';
import { availableModes } from '../../test-place.ts';
import type { Sent } from '../open-test-api.ts';
import { joinByLink, joinDesk, PASSWORD, readCookie } from './join-desk.ts';
import { openTestDeskApi, type TestDeskApi } from './open-test-desk-api.ts';

describe.each(availableModes())('sessions in the mode %s', (mode) => {
  let api: TestDeskApi;
  beforeAll(async () => {
    api = await openTestDeskApi(mode, { trustedProxies: ['127.0.0.0/8'] });
    for (const id of ['gazette', 'herald']) await api.call('/v1/tenants', { body: { id } });
  }, 200_000);
  afterAll(async () => {
    expectLogContract(api.place);
    await api.close();
  }, 200_000);

  const logIn = (login: string, password: string, headers: Readonly<Record<string, string>> = {}) =>
    api.call('/v1/desk/session', { key: '', body: { login, password }, headers });
  const read = (headers: Readonly<Record<string, string>>) => api.call('/v1/desk/session', { key: '', headers });

  it('begin with login and password, and end when they are closed', async () => {
    const { login, id } = await joinByLink(api, 'moderator', 'gazette');
    expect((await logIn(login, PASSWORD)).json.code).toBe('bad_login');
    const opened = await logIn(`gazette/${login.toUpperCase()}`, PASSWORD);
    expect(opened.json).toMatchObject({ person: { id, name: `Name of ${login}`, role: 'moderator' }, tenants: ['gazette'] });
    expect(opened.headers.get('cache-control')).toBe('no-store');
    const [set = ''] = opened.headers.getSetCookie();
    expect(set).toMatch(/^copydesk_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/u);
    const headers = { cookie: readCookie(opened) };
    expect((await read(headers)).json).toEqual(opened.json);
    const closed = await api.call('/v1/desk/session', {
      ...{ method: 'DELETE', key: '' },
      headers: { ...headers, 'copydesk-csrf': String(opened.json.csrf) },
    });
    expect(closed.status).toBe(204);
    expect(closed.headers.getSetCookie()[0]).toMatch(/^copydesk_session=; .*Path=\/; Expires=Thu, 01 Jan 1970/u);
    expect((await read(headers)).json.code).toBe('signed_out');
  });

  it('have a cookie for https only, where the browser came by it', async () => {
    const { login } = await joinDesk(api, 'moderator', null);
    const opened = await logIn(login, PASSWORD, { 'x-forwarded-proto': 'https' });
    expect(opened.headers.getSetCookie()[0]).toContain('; Secure;');
  });

  it('tell nothing of who there is', async () => {
    const { login } = await joinDesk(api, 'lead', null);
    const [wrong, unknown] = [await logIn(login, 'not the password'), await logIn('nobody here', PASSWORD)];
    for (const { status, json } of [wrong, unknown]) expect([status, json.code]).toEqual([401, 'bad_login']);
    expect(wrong.text).toBe(unknown.text);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('are for all tenants where the person is', async () => {
    const { headers } = await joinDesk(api, 'lead', null);
    expect((await read(headers)).json.tenants).toEqual(['default', 'gazette', 'herald']);
    const queueOf = async (tenant: string) =>
      api.call('/v1/desk/queue', { key: '', headers: { ...headers, 'copydesk-tenant': tenant } });
    expect((await queueOf('herald')).status).toBe(200);
    expect((await queueOf('nowhere')).json.code).toBe('unknown_tenant');
  });

  it('are listed and ended by whoever has them, who also changes their password', async () => {
    const { login, id, headers } = await joinDesk(api, 'publisher', 'gazette');
    const own = (path: string, sent: Sent = {}, mine: object = headers) =>
      api.call(`/v1/desk/account${path}`, { key: '', ...sent, headers: { ...(mine as Sent['headers']), ...sent.headers } });
    const listed = async (mine?: object) => (await own('', {}, mine)).json.sessions as { id: string; isCurrent: boolean }[];
    const open = async (password = PASSWORD) => ({ cookie: readCookie(await logIn(`gazette/${login}`, password)) });
    const [second, third, fourth] = [await open(), await open(), await open()];
    expect((await own('')).json).toMatchObject({ signInName: `gazette/${login}`, hasPassword: true });
    expect((await listed()).filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(await listed()).toHaveLength(4);
    const ofSecond = (await listed(second)).find(({ isCurrent }) => isCurrent);
    expect((await own(`/sessions/${ofSecond?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await read(second)).json.code).toBe('signed_out');
    expect((await own(`/sessions/${ofSecond?.id}`, { method: 'DELETE' })).json.code).toBe('unknown_session');
    const other = await joinDesk(api, 'admin', 'gazette');
    const foreign = (await listed(third)).find(({ isCurrent }) => isCurrent);
    expect((await own(`/sessions/${foreign?.id}`, { method: 'DELETE' }, other.headers)).json.code).toBe('unknown_session');
    expect((await read(third)).status).toBe(200);
    expect((await own('/sessions', { method: 'DELETE' })).status).toBe(204);
    expect((await read(third)).json.code).toBe('signed_out');
    expect((await read(fourth)).json.code).toBe('signed_out');
    expect((await read(headers)).status).toBe(200);
    const next = 'another sentence about harbours';
    const change = (body: object) => own('/password', { method: 'PUT', body });
    expect((await change({ current: 'not my password', next })).json).toMatchObject({ status: 403, code: 'bad_password' });
    expect((await change({ current: null, next })).json.code).toBe('invalid');
    expect((await change({ current: PASSWORD, next: 'short' })).json.code).toBe('invalid');
    const stolen = await open();
    const changed = await change({ current: PASSWORD, next });
    expect(changed.json).toMatchObject({ person: { id } });
    expect((await read({ cookie: readCookie(changed) })).status).toBe(200);
    for (const over of [headers, stolen]) expect((await read(over)).json.code).toBe('signed_out');
    expect((await logIn(`gazette/${login}`, PASSWORD)).json.code).toBe('bad_login');
    expect((await logIn(`gazette/${login}`, next)).status).toBe(200);
    const chain = await readDeskChain(api.desk.pool, 'gazette');
    expect(chain.at(-1)).toMatchObject({ name: 'people.password_changed', data: { by: id, person: id } });
  });

  it('have no account behind them where a program has a key', async () => {
    const { json } = await api.call('/v1/keys', {
      body: { name: 'bot', scopes: ['review'] },
      headers: { 'copydesk-tenant': 'gazette' },
    });
    const refused = await api.call('/v1/desk/account', { key: String(json.key) });
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
  });

  it('give nobody a password on a session alone who signs in elsewhere', async () => {
    const { id, headers, login } = await joinDesk(api, 'moderator', null);
    await api.desk.pool.query('UPDATE copydesk.people SET password = NULL WHERE id = $1', [id]);
    const change = (current: string | null) =>
      api.call('/v1/desk/account/password', { method: 'PUT', key: '', headers, body: { current, next: PASSWORD } });
    expect((await change(PASSWORD)).json.code).toBe('person_linked');
    expect((await change(null)).json.code).toBe('invalid');
    expect((await logIn(login, PASSWORD)).json.code).toBe('bad_login');
  });

  it('end with the account', async () => {
    const { headers, login, id } = await joinDesk(api, 'moderator', null);
    await changePerson(api.desk.pool, id, { isDisabled: true });
    expect((await read(headers)).json.code).toBe('signed_out');
    expect((await logIn(login, PASSWORD)).json.code).toBe('bad_login');
  });

  it('are not needed by a program', async () => {
    const { json } = await api.call('/v1/keys', {
      body: { name: 'review bot', scopes: ['review'] },
      headers: { 'copydesk-tenant': 'gazette' },
    });
    const { json: session } = await api.call('/v1/desk/session', { key: String(json.key) });
    const person = { id: `key:${String(json.id)}`, name: 'review bot', role: 'moderator', tenant: 'gazette' };
    expect(session).toEqual({ person, csrf: '', tenants: ['gazette'] });
  });

  it('refuse a link that was used, and a password that is too short', async () => {
    const join = (invitation: string, password: string) => api.call('/v1/desk/join', { key: '', body: { invitation, password } });
    expect((await join('none', PASSWORD)).json).toMatchObject({ status: 410, code: 'bad_invitation' });
    expect((await join('none', 'short')).json.code).toBe('invalid');
    expect((await join('none', 'x'.repeat(201))).json.code).toBe('invalid');
  });

  it('refuse a large body, and one of another type, of whoever is not known yet', async () => {
    expect((await logIn('x', 'y'.repeat(20_000))).json.code).toBe('body_too_large');
    const headers = { 'content-type': 'application/json; charset=latin1' };
    expect((await logIn('x', 'y', headers)).json.code).toBe('unsupported_media_type');
  });

  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('let nobody guess: a login has ten failures in ten minutes from one network, and others do not lock it out', async () => {
    const { login } = await joinDesk(api, 'moderator', null);
    const guess = (address: string) => logIn(login, `${CANARY} ${address}`, from(address));
    // One customer of a provider has all addresses of a /64.
    for (let count = 0; count < 10; count++) expect((await guess(`2001:db8:1:1::${count}`)).json.code).toBe('bad_login');
    const refused = await logIn(login, PASSWORD, from('2001:db8:1:1:ffff::1'));
    expect([refused.status, refused.json.code]).toEqual([429, 'too_many_logins']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await logIn(login, PASSWORD, from('2001:db8:1:2::1'))).status).toBe(200);
    const { login: other } = await joinDesk(api, 'moderator', null);
    expect((await logIn(other, PASSWORD, from('2001:db8:1:1::1'))).status).toBe(200);
  });

  it('count failures only: whoever is right may come as often as they like', async () => {
    const { login } = await joinDesk(api, 'moderator', null);
    for (let count = 0; count < 15; count++) expect((await logIn(login, PASSWORD, from('192.0.2.7'))).status).toBe(200);
  });

  it('make a login wait that many guess at, and let it in', async () => {
    const { login } = await joinDesk(api, 'moderator', null);
    for (let count = 0; count < 30; count++) {
      expect((await logIn(login, CANARY, from(`203.0.113.${count}`))).json.code).toBe('bad_login');
    }
    const begin = performance.now();
    expect((await logIn(login, PASSWORD, from('198.51.100.1'))).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(2900);
  });

  it('take the word of a proxy that is trusted, and of nobody before it', async () => {
    const statuses = new Set<number>();
    const body = { invitation: 'none', password: PASSWORD };
    for (let count = 0; count < 110; count++) {
      const { status } = await api.call('/v1/desk/join', { key: '', body, headers: from(`192.0.2.${count}, 198.51.100.9`) });
      statuses.add(status);
      if (status === 429) break;
    }
    expect([...statuses]).toEqual([410, 429]);
    expect((await api.call('/v1/desk/join', { key: '', body, headers: from('198.51.100.10') })).status).toBe(410);
  });
});

describe('a desk without a proxy that it trusts', () => {
  it('counts by the address of the connection, whatever the request says', async () => {
    const api = await openTestDeskApi('embedded');
    const statuses = new Set<number>();
    for (let count = 0; count < 110; count++) {
      const body = { invitation: `guess-${count}`, password: PASSWORD };
      const headers = { 'x-forwarded-for': `192.0.2.${count}` };
      const { status } = await api.call('/v1/desk/join', { key: '', body, headers });
      statuses.add(status);
      if (status === 429) break;
    }
    expect([...statuses]).toEqual([410, 429]);
    await api.close();
  }, 60_000);
});
