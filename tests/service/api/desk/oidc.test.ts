import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcConfig } from '../../../../src/service/config/choose-oidc.ts';
import { readConfig } from '../../../../src/service/config.ts';
import { openDesk } from '../../../../src/service/open-desk.ts';
import { acceptInvitation } from '../../../../src/service/people/accept-invitation.ts';
import { addPerson } from '../../../../src/service/people/add-person.ts';
import { alterPerson } from '../../../../src/service/people/alter-person.ts';
import { changePassword } from '../../../../src/service/people/change-password.ts';
import { issueInvitation } from '../../../../src/service/people/issue-invitation.ts';
import { logIn } from '../../../../src/service/people/log-in.ts';
import { sealFlow } from '../../../../src/service/people/oidc/seal-flow.ts';
import { insertPerson } from '../../../../src/service/people/people.ts';
import { PeopleError } from '../../../../src/service/people/people-error.ts';
import { readSession } from '../../../../src/service/people/sessions.ts';
import type { Role } from '../../../../src/service/review/person.ts';
import { openLog } from '../../../../src/service/telemetry/open-log.ts';
import { expectLogContract, readLog } from '../../open-test-desk.ts';
import { OIDC_CLIENT, type OidcProvider, type ProviderUser, startOidcProvider } from '../../people/oidc/start-oidc-provider.ts';
import { readDeskChain } from '../../people/read-desk-chain.ts';
import { freePort } from '../../private-server.ts';
import { availableModes } from '../../test-place.ts';
import { openTestApi, type TestApi } from '../open-test-api.ts';
import { type SignedIn, signInPerson } from './sign-in-person.ts';

const NOW = new Date();

/** What a browser has and where it stands. */
interface Visit {
  readonly location: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly setCookies: readonly string[];
  readonly status: number;
}

async function visit(url: string, cookies: ReadonlyMap<string, string> = new Map()): Promise<Visit> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
  await response.text();
  const setCookies = response.headers.getSetCookie();
  const kept = new Map(cookies);
  for (const one of setCookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(one) ?? [];
    if (value === '') kept.delete(name);
    else kept.set(name, value);
  }
  return { location: response.headers.get('location') ?? '', cookies: kept, setCookies, status: response.status };
}

describe.each(availableModes())('sign-in at an OpenID provider in the mode %s', (mode) => {
  let provider: OidcProvider;
  let api: TestApi;
  let url = '';
  let oidc: OidcConfig;

  const add = (login: string, role: Role = 'moderator') =>
    insertPerson(
      api.desk.pool,
      { tenant: 'default', login, name: login, role, email: `${login}@merrow.example`, isVouched: true },
      NOW,
    );
  const verified = (login: string): ProviderUser => ({
    sub: `sub-${login}`,
    email: `${login}@merrow.example`,
    email_verified: true,
  });

  /** To the provider and back to the door of the desk. */
  const goAndReturn = async (user: ProviderUser) => {
    provider.user = user;
    const start = await visit(`${url}/v1/desk/oidc/start`);
    expect(start.status).toBe(303);
    const { location } = await visit(start.location);
    return { back: location, cookies: start.cookies, start };
  };
  const signIn = async (user: ProviderUser) => {
    const { back, cookies } = await goAndReturn(user);
    return visit(back, cookies);
  };
  const personOf = async ({ cookies }: Visit) =>
    (await readSession(api.desk.pool, cookies.get('copydesk_session') ?? ''))?.person;
  const expectRefused = (refused: Visit, code: string) => {
    expect([refused.status, refused.location]).toEqual([303, `/desk/#sign-in=${code}`]);
    expect(refused.cookies.has('copydesk_session')).toBe(false);
  };

  beforeAll(async () => {
    provider = await startOidcProvider();
    oidc = {
      ...{ issuer: provider.issuer, clientId: OIDC_CLIENT.id, clientSecret: OIDC_CLIENT.secret, clientSecretFile: undefined },
      ...{ label: 'Merrow', groups: undefined },
    };
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    api = await openTestApi(mode, { port, publicUrl: url, oidc });
  }, 200_000);
  afterAll(async () => {
    await provider.close();
    await api.desk.close();
    expectLogContract(api.place);
    await api.place.remove();
  }, 200_000);

  it('lets in whoever an admin has added, by the address that the provider has verified', async () => {
    const person = await add('gerda');
    const { back, cookies, start } = await goAndReturn({ ...verified('gerda'), email: 'Gerda@Merrow.example' });
    expect(start.location).toContain(`redirect_uri=${encodeURIComponent(`${url}/v1/desk/oidc/back`)}`);
    expect(start.setCookies[0]).toMatch(/^copydesk_oidc=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/u);
    const done = await visit(back, cookies);
    expect([done.status, done.location]).toEqual([303, '/desk/']);
    expect(await personOf(done)).toMatchObject({ id: person.id, hasJoined: true, role: 'moderator' });
    expect(done.setCookies.join('\n')).toMatch(/copydesk_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/mu);
    expect(done.cookies.has('copydesk_oidc')).toBe(false);
    const chain = await readDeskChain(api.desk.pool, 'default');
    expect(chain.at(-1)).toMatchObject({ name: 'people.linked', data: { by: person.id, person: person.id } });
    expect(await personOf(await signIn(verified('gerda')))).toMatchObject({ id: person.id });
    expect(await readDeskChain(api.desk.pool, 'default')).toHaveLength(chain.length);
  });

  it('gives nobody a password on a session alone who signs in there', async () => {
    const person = await add('irma');
    expect(await personOf(await signIn(verified('irma')))).toMatchObject({ id: person.id });
    for (const current of ['', 'a guess']) {
      const changed = changePassword(api.desk.pool, person.id, current, 'a long sentence about harbours');
      await expect(changed).rejects.toMatchObject({ code: 'person_linked' });
    }
    expect(await logIn(api.desk.pool, person.login, 'a long sentence about harbours')).toBeUndefined();
  });

  it('reads an address that the provider tells in its second answer only', async () => {
    const person = await add('hanno');
    expect(await personOf(await signIn({ ...verified('hanno'), late: true }))).toMatchObject({ id: person.id });
  });

  it('binds a person to the account: an address that became somebody else’s opens nothing', async () => {
    const person = await add('ines');
    await signIn(verified('ines'));
    expectRefused(await signIn({ ...verified('ines'), sub: 'another account' }), 'oidc_refused');
    const moved = await signIn({ ...verified('ines'), email: 'ines@elsewhere.example' });
    expect(await personOf(moved)).toMatchObject({ id: person.id });
    await alterPerson(api.desk.pool, null, person.id, { email: 'ines@merrow.example' }, 'cli', NOW);
    expect(await personOf(await signIn({ ...verified('ines'), sub: 'another account' }))).toMatchObject({ id: person.id });
    expectRefused(await signIn({ ...verified('ines'), email: 'ines@elsewhere.example' }), 'oidc_refused');
  });

  it.each<readonly [string, Partial<ProviderUser> | ((login: string) => Partial<ProviderUser>)]>([
    ['an address that is nobody’s', { email: 'nobody@merrow.example' }],
    ['an address that is not verified', { email_verified: false }],
    ['an address of which nothing is said', { email_verified: undefined } as object],
    ['no address', { email: undefined } as object],
    [
      'an address with a letter that folds into another',
      (login: string) => ({ email: `\u212A${login.slice(1)}@merrow.example` }),
    ],
  ])('refuses %s', async (_, change) => {
    const login = `klaus-${randomBytes(4).toString('hex')}`;
    const person = await add(login);
    const right = verified(login);
    expectRefused(await signIn({ ...right, ...(typeof change === 'function' ? change(login) : change) }), 'oidc_refused');
    // It was for what was changed: without the change they are in.
    expect(await personOf(await signIn(right))).toMatchObject({ id: person.id });
  });

  it('refuses a disabled person, whether or not they were here before', async () => {
    const person = await add('lena');
    await alterPerson(api.desk.pool, null, person.id, { isDisabled: true }, 'cli', NOW);
    expectRefused(await signIn(verified('lena')), 'oidc_refused');
    await alterPerson(api.desk.pool, null, person.id, { isDisabled: false }, 'cli', NOW);
    expect(await personOf(await signIn(verified('lena')))).toBeDefined();
    await alterPerson(api.desk.pool, null, person.id, { isDisabled: true }, 'cli', NOW);
    expectRefused(await signIn(verified('lena')), 'oidc_refused');
  });

  const now = () => Math.floor(Date.now() / 1000);

  it.each<readonly [string, () => Partial<ProviderUser>]>([
    ['another nonce', () => ({ tamper: { nonce: 'of somebody else' } })],
    ['no nonce', () => ({ tamper: { nonce: undefined } })],
    ['a token that is over', () => ({ tamper: { iat: now() - 900, exp: now() - 600 } })],
    ['a token for another client', () => ({ tamper: { aud: 'another client' } })],
    ['a token of another issuer', () => ({ tamper: { iss: 'https://elsewhere.example' } })],
    ['a token without a subject', () => ({ tamper: { sub: undefined } })],
    ['a token with a signature of another key', () => ({ forged: true })],
  ])('refuses %s', async (_, change) => {
    const login = `mara-${randomBytes(4).toString('hex')}`;
    const person = await add(login);
    expectRefused(await signIn({ ...verified(login), ...change() }), 'oidc_failed');
    expect(await personOf(await signIn(verified(login)))).toMatchObject({ id: person.id });
  });

  it('refuses another state, another browser, a code that was used, and a refusal of the provider', async () => {
    await add('nils');
    const first = await goAndReturn(verified('nils'));
    const before = provider.given();
    const changed = new URL(first.back);
    changed.searchParams.set('state', 'x'.repeat(43));
    expectRefused(await visit(changed.href, first.cookies), 'oidc_failed');
    expectRefused(await visit(first.back), 'oidc_failed');
    const second = await goAndReturn(verified('nils'));
    expectRefused(await visit(first.back, second.cookies), 'oidc_failed');
    const issuer = new URL(second.back);
    issuer.searchParams.set('iss', 'https://elsewhere.example');
    expectRefused(await visit(issuer.href, second.cookies), 'oidc_failed');
    // None of these came as far as to ask the provider for a token.
    expect(provider.given()).toBe(before);
    expect(await personOf(await visit(second.back, second.cookies))).toBeDefined();
    expectRefused(await visit(second.back, second.cookies), 'oidc_failed');
    const denied = await goAndReturn(verified('nils'));
    const no = new URL(denied.back);
    no.searchParams.delete('code');
    no.searchParams.set('error', 'access_denied');
    expectRefused(await visit(no.href, denied.cookies), 'oidc_failed');
    for (const flow of ['', 'a.b', `${'x'.repeat(200)}.y.z`, '%00']) {
      expectRefused(await visit(denied.back, new Map([['copydesk_oidc', flow]])), 'oidc_failed');
    }
    const codes = readLog(api.place).filter(({ event, route }) => event === 'request.answered' && route === '/v1/desk/oidc/back');
    expect(new Set(codes.map(({ code }) => code))).toEqual(new Set([undefined, 'oidc_failed', 'oidc_refused']));
  });

  it('asks the provider for nobody who has not begun here', async () => {
    const before = provider.asked();
    const parts = ['s', 'n', 'v'].map((letter) => letter.repeat(43));
    const sealed = `${parts.join('.')}~~${Date.now() + 600_000}`;
    const query = new URLSearchParams({ code: 'anything', state: parts[0] ?? '', iss: provider.issuer }).toString();
    for (const flow of [
      parts.join('.'),
      `${sealed}~`,
      `${sealed}~${sealFlow('a guess', sealed, new Date()).split('~').at(-1)}`,
    ]) {
      expectRefused(await visit(`${url}/v1/desk/oidc/back?${query}`, new Map([['copydesk_oidc', flow]])), 'oidc_failed');
    }
    expect(provider.asked()).toBe(before);
  });

  /** A person of a tenant, added by its own admin, and the link that they were given. */
  const invite = async (more: object = {}) => {
    const login = `petra-${randomBytes(4).toString('hex')}`;
    const person = await addPerson(
      api.desk.pool,
      { tenant: 'default', login, name: login, role: 'moderator', ...more },
      'cli',
      NOW,
    );
    const { secret } = await issueInvitation(api.desk.pool, 'default', person.id, 'cli', NOW);
    return { person, login, secret };
  };
  const joinAs = async (user: ProviderUser, invitation: string) => {
    provider.user = user;
    const response = await fetch(`${url}/v1/desk/oidc/start`, {
      ...{ method: 'POST', body: JSON.stringify({ invitation }), headers: { 'content-type': 'application/json' } },
    });
    const [, flow = ''] = /^copydesk_oidc=([^;]*)/u.exec(response.headers.getSetCookie()[0] ?? '') ?? [];
    const { url: there } = (await response.json()) as { readonly url: string };
    return visit((await visit(there)).location, new Map([['copydesk_oidc', flow]]));
  };

  it('links whom the admin of a tenant has added by the link of an invitation only, once', async () => {
    const login = `boss-${randomBytes(4).toString('hex')}`;
    const email = `${login}@merrow.example`;
    const { person, secret } = await invite({ email });
    const kept = await acceptInvitation(api.desk.pool, secret, 'a long sentence about harbours');
    const { secret: second } = await issueInvitation(api.desk.pool, 'default', person.id, 'cli', NOW);
    // The address that the admin has written down is nobody's word.
    expectRefused(await signIn(verified(login)), 'oidc_refused');
    expectRefused(await joinAs({ ...verified(login), email: 'other@merrow.example' }, second), 'oidc_refused');
    expectRefused(await joinAs(verified(login), 'no invitation'), 'oidc_refused');
    expect(await personOf(await joinAs(verified(login), second))).toMatchObject({ id: person.id });
    expect(await personOf(await signIn(verified(login)))).toMatchObject({ id: person.id });
    // Nothing that the admin may have kept opens the account any longer.
    expect(await readSession(api.desk.pool, kept?.token ?? '')).toBeUndefined();
    expect(await logIn(api.desk.pool, person.login, 'a long sentence about harbours')).toBeUndefined();
    expectRefused(await joinAs({ sub: `thief-${login}` }, second), 'oidc_refused');
    await expect(issueInvitation(api.desk.pool, 'default', person.id, 'cli', NOW)).rejects.toThrow(PeopleError);
    expect((await issueInvitation(api.desk.pool, null, person.id, 'cli', NOW)).secret).toBeTruthy();
  });

  it('lets whoever is known already be who they are, whatever link they bring', async () => {
    const first = await invite();
    const second = await invite();
    const user = { sub: `sub-of-${first.login}` };
    expect(await personOf(await joinAs(user, first.secret))).toMatchObject({ id: first.person.id });
    expect(await personOf(await joinAs(user, second.secret))).toMatchObject({ id: first.person.id });
    expect(await personOf(await joinAs({ sub: `sub-of-${second.login}` }, second.secret))).toMatchObject({
      id: second.person.id,
    });
  });

  it('has addresses given by admins of all tenants alone', async () => {
    const [admin, root] = [
      await signInPerson(api.desk.pool, 'admin', 'default'),
      await signInPerson(api.desk.pool, 'admin', null),
    ];
    const login = `vera-${randomBytes(4).toString('hex')}@merrow.example`;
    const add = ({ headers }: SignedIn, body: object) =>
      api.call('/v1/desk/people', { key: '', headers, body: { name: 'V', role: 'moderator', ...body } });
    const refused = await add(admin, { login: 'vera', email: login });
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
    const hooked = await add(admin, { login });
    expect([hooked.status, hooked.json.email]).toEqual([201, null]);
    const path = `/v1/desk/people/${String(hooked.json.id)}`;
    for (const email of [login, null]) {
      const { status } = await api.call(path, { method: 'PATCH', key: '', headers: admin.headers, body: { email } });
      expect(status).toBe(403);
    }
    const real = await add(root, { login: `real-${login}`, email: login });
    expect(real.json.email).toBe(login);
    const user = { sub: `sub-${login}`, email: login, email_verified: true };
    expect(await personOf(await signIn(user))).toMatchObject({ id: real.json.id });
    await api.desk.pool.query('UPDATE copydesk.people SET disabled_at = now() WHERE id = $1', [root.id]);
  });

  it('gives the role that the groups give, and lets in nobody without one', async () => {
    const place = { ...api.place, env: { ...api.place.env } };
    const groups = { claim: 'groups', roles: { desk: 'moderator', editors: 'lead', chiefs: 'admin' } } as const;
    if (mode === 'embedded') await api.desk.close();
    const port = mode === 'embedded' ? Number(new URL(url).port) : await freePort();
    const grouped = mode === 'embedded' ? url : `http://127.0.0.1:${port}`;
    const config = { ...readConfig(place.env), port, publicUrl: grouped, oidc: { ...oidc, groups } };
    const desk = await openDesk(
      config,
      mode === 'embedded' ? ['api', 'worker', 'relay', 'deliver'] : ['api'],
      openLog(place.logFile, 'info'),
    );
    const enter = async (login: string, list: readonly string[]) => {
      provider.user = { ...verified(login), groups: list };
      const start = await visit(`${grouped}/v1/desk/oidc/start`);
      return visit((await visit(start.location)).location, start.cookies);
    };
    const roleAfter = async (done: Visit) =>
      (await readSession(desk.pool, done.cookies.get('copydesk_session') ?? ''))?.person.role;
    const person = await insertPerson(
      desk.pool,
      { tenant: null, login: 'olga', name: 'Olga', role: 'publisher', email: 'olga@merrow.example', isVouched: true },
      NOW,
    );
    const first = await enter('olga', ['desk', 'editors', 'choir']);
    expect(await roleAfter(first)).toBe('lead');
    expect(await roleAfter(await enter('olga', ['chiefs']))).toBe('admin');
    expect(await roleAfter(first)).toBeUndefined();
    expectRefused(await enter('olga', ['choir', 'constructor']), 'oidc_refused');
    expectRefused(await enter('olga', []), 'oidc_refused');
    // The only admin of all tenants who has joined would be none.
    expectRefused(await enter('olga', ['desk']), 'oidc_refused');
    const changes = (await readDeskChain(desk.pool, null)).filter(({ name }) => name === 'people.changed');
    expect(changes.map(({ data }) => [data.by, data.person, data.role])).toEqual([
      ['oidc', person.id, 'lead'],
      ['oidc', person.id, 'admin'],
    ]);
    await desk.close();
  });
});

describe('a desk without a provider, or with one that is away', () => {
  it('says so', async () => {
    const port = await freePort();
    const gone = `http://127.0.0.1:${await freePort()}`;
    const settings = { clientId: 'x', clientSecret: undefined, clientSecretFile: undefined, label: 'x', groups: undefined };
    const api = await openTestApi('embedded', {
      port,
      publicUrl: `http://127.0.0.1:${port}`,
      oidc: { ...settings, issuer: gone },
    });
    const away = await api.call('/v1/desk/oidc/start', { key: '' });
    expect([away.status, away.json.code, away.headers.get('retry-after')]).toEqual([503, 'oidc_away', '30']);
    await api.close();
    const without = await openTestApi('embedded');
    for (const path of ['start', 'back']) {
      const off = await without.call(`/v1/desk/oidc/${path}`, { key: '' });
      expect([off.status, off.json.code]).toEqual([404, 'oidc_off']);
    }
    await without.close();
  }, 200_000);

  it('sets cookies for https and this host alone when it is reached by https', async () => {
    const provider = await startOidcProvider();
    const oidc = {
      ...{ issuer: provider.issuer, clientId: OIDC_CLIENT.id, clientSecret: OIDC_CLIENT.secret, clientSecretFile: undefined },
      ...{ label: 'x', groups: undefined },
    };
    const api = await openTestApi('embedded', { publicUrl: 'https://desk.merrow.example', oidc });
    const { setCookies } = await visit(`${api.desk.url}/v1/desk/oidc/start`);
    expect(setCookies[0]).toMatch(/^__Host-copydesk_oidc=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
    await api.close();
    await provider.close();
  }, 200_000);

  it('refuses an address whose ways back have failed too often, and leads to the page', async () => {
    const provider = await startOidcProvider();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const oidc = {
      ...{ issuer: provider.issuer, clientId: OIDC_CLIENT.id, clientSecret: OIDC_CLIENT.secret, clientSecretFile: undefined },
      ...{ label: 'x', groups: undefined },
    };
    const api = await openTestApi('embedded', { port, publicUrl: url, oidc });
    const start = await visit(`${url}/v1/desk/oidc/start`);
    const { location: back } = await visit(start.location);
    const places: string[] = [];
    for (let count = 0; count < 101; count++) places.push((await visit(back, start.cookies)).location);
    expect(places.at(0)).toBe('/desk/#sign-in=oidc_refused');
    expect(places.slice(1, 100).every((place) => place === '/desk/#sign-in=oidc_failed')).toBe(true);
    expect(places.at(-1)).toBe('/desk/#sign-in=too_many_logins');
    expect(provider.asked()).toBe(100);
    // What bears no seal of the desk is not counted: another site could send browsers here.
    for (let count = 0; count < 3; count++) expect((await visit(back)).location).toBe('/desk/#sign-in=oidc_failed');
    await api.close();
    await provider.close();
  }, 200_000);
});
