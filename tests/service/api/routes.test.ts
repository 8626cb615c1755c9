import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdleApi } from '../../../src/service/api/create-idle-api.ts';
import { hasRole, ROLES, type Role } from '../../../src/service/review/person.ts';
import { availableModes } from '../test-place.ts';
import { joinDesk, PASSWORD } from './desk/join-desk.ts';
import { openTestApi, type Sent, type TestApi } from './open-test-api.ts';

interface RouteCase {
  readonly route: string;
  /** `public`, the scope that is needed, `operator`, or `desk:` with the least role of a person. */
  readonly needs: string;
  /** The address for an article, delivery or key of someone else; where there is none, the list must be empty of it. */
  readonly path?: (theirs: Theirs) => string;
  readonly body?: unknown;
  /** The body, where it names what is someone else's. */
  readonly bodyFor?: (theirs: Theirs) => unknown;
  /** What another tenant's thing is answered with. */
  readonly foreign?: number;
  /** Of a public route; 200 when absent. */
  readonly status?: number;
}

/** What belongs to the tenant `theirs`. */
interface Theirs {
  readonly article: string;
  readonly delivery: string;
  readonly key: string;
  readonly person: string;
  readonly view: string;
  readonly rule: string;
}

const ARTICLE = { id: 'table', text: 'The harbour council of Merrow met at noon.' };

const VIEW = { name: 'Table', filter: { state: 'flagged' }, isShared: true };

/** An act on an article of the desk. */
function act(name: string, body: object = {}, needs = 'desk:moderator'): readonly RouteCase[] {
  const path = ({ article }: Theirs) => `/v1/desk/articles/${article}/${name}`;
  return [{ route: `POST /v1/desk/articles/:id/${name}`, needs, path, body: { revision: 1, ...body }, foreign: 404 }];
}

/** The words `harbour council of Merrow` of the article. */
const spanOf = (article: string) => ({ id: article, revision: 1, start: 4, end: 29 });

const newRule = (article: string) => ({
  ...{ name: 'council', kind: 'boilerplate', form: 'phrase', text: 'harbour council of merrow' },
  from: spanOf(article),
});

/** An act on a rule that was learned. */
function moveRule(name: string, needs = 'desk:moderator'): readonly RouteCase[] {
  const path = ({ rule }: Theirs) => `/v1/desk/rules/${rule}/${name}`;
  return [{ route: `POST /v1/desk/rules/:id/${name}`, needs, path, foreign: 404 }];
}

/** Every route there is: who may use it, and that nobody reaches what is another tenant's. */
const CASES: readonly RouteCase[] = [
  { route: 'POST /v1/articles', needs: 'submit', body: ARTICLE },
  { route: 'GET /v1/articles', needs: 'read' },
  { route: 'GET /v1/articles/:id', needs: 'read', path: ({ article }) => `/v1/articles/${article}`, foreign: 404 },
  {
    route: 'POST /v1/articles/:id/replay',
    needs: 'submit',
    path: ({ article }) => `/v1/articles/${article}/replay`,
    foreign: 404,
  },
  { route: 'DELETE /v1/articles/:id', needs: 'admin', path: ({ article }) => `/v1/articles/${article}`, foreign: 404 },
  { route: 'POST /v1/check', needs: 'submit', body: ARTICLE },
  { route: 'GET /v1/deliveries', needs: 'read' },
  {
    route: 'GET /v1/deliveries/:id/result',
    needs: 'read',
    path: ({ delivery }) => `/v1/deliveries/${delivery}/result`,
    foreign: 404,
  },
  {
    route: 'POST /v1/deliveries/:id/replay',
    needs: 'submit',
    path: ({ delivery }) => `/v1/deliveries/${delivery}/replay`,
    foreign: 404,
  },
  { route: 'POST /v1/deliveries/replay', needs: 'submit' },
  { route: 'GET /v1/keys', needs: 'admin' },
  { route: 'POST /v1/keys', needs: 'admin', body: { name: 'one more', scopes: ['read'] } },
  { route: 'DELETE /v1/keys/:id', needs: 'admin', path: ({ key }) => `/v1/keys/${key}`, foreign: 404 },
  { route: 'POST /v1/keys/:id/rotate', needs: 'admin', path: ({ key }) => `/v1/keys/${key}/rotate`, foreign: 404 },
  { route: 'GET /v1/tenant', needs: 'admin' },
  { route: 'PUT /v1/tenant', needs: 'admin', body: { retentionDays: 30 } },
  { route: 'GET /v1/tenants', needs: 'operator' },
  { route: 'POST /v1/tenants', needs: 'operator', body: { id: 'one-more' } },
  { route: 'POST /v1/desk/session', needs: 'public', body: { login: 'nobody', password: 'nothing' }, status: 401 },
  { route: 'POST /v1/desk/join', needs: 'public', body: { invitation: 'none', password: 'a password of nobody' }, status: 410 },
  { route: 'GET /v1/desk/sign-in', needs: 'public' },
  { route: 'GET /v1/desk/session', needs: 'desk:publisher' },
  { route: 'DELETE /v1/desk/session', needs: 'desk:publisher' },
  { route: 'GET /v1/desk/queue', needs: 'desk:moderator' },
  { route: 'GET /v1/desk/next', needs: 'desk:moderator' },
  {
    route: 'GET /v1/desk/articles/:id',
    needs: 'desk:publisher',
    path: ({ article }) => `/v1/desk/articles/${article}`,
    foreign: 404,
  },
  ...act('looking', {}, 'desk:publisher'),
  ...act('claim'),
  ...act('renew', { fence: 1 }),
  ...act('release', { fence: 1 }),
  ...act('skip', { fence: 1 }),
  ...act('escalate', { fence: 1, reason: 'unsure' }),
  ...act('decide', { fence: 1, decision: 'accepted', reason: null, result: '0'.repeat(64) }),
  ...act('undo'),
  ...act('notes', { text: 'a note' }),
  ...act('amendments', { fence: 1, amendments: [{ kind: 'remove', start: 0, end: 3 }] }),
  ...act('amendments/withdraw', { fence: 1, amendments: [`am_${'0'.repeat(24)}`] }),
  {
    route: 'DELETE /v1/desk/articles/:id/amendments/:amendment',
    needs: 'desk:moderator',
    path: ({ article }) => `/v1/desk/articles/${article}/amendments/am_${'0'.repeat(24)}?revision=1&fence=1`,
    foreign: 404,
  },
  {
    route: 'POST /v1/articles/:id/appeal',
    needs: 'submit',
    path: ({ article }) => `/v1/articles/${article}/appeal`,
    body: { text: 'It is news.' },
    foreign: 404,
  },
  ...act('appeals', { text: 'It is news.' }, 'desk:publisher'),
  ...act('appeals/decide', { fence: 1, decision: 'accepted', reason: null, result: '0'.repeat(64), upheld: true }),
  { route: 'GET /v1/desk/checks/next', needs: 'desk:moderator' },
  ...act('check', { decision: 'accepted', reason: null }),
  { route: 'GET /v1/desk/agreement', needs: 'desk:lead' },
  { route: 'POST /v1/desk/bulk', needs: 'desk:lead', body: { filter: {}, decision: 'accepted', reason: null, dryRun: true } },
  { route: 'GET /v1/desk/bulk/:id', needs: 'desk:lead', path: () => `/v1/desk/bulk/bulk_${'0'.repeat(24)}`, foreign: 404 },
  { route: 'DELETE /v1/desk/bulk/:id', needs: 'desk:lead', path: () => `/v1/desk/bulk/bulk_${'0'.repeat(24)}`, foreign: 404 },
  {
    route: 'POST /v1/desk/bulk/:id/undo',
    needs: 'desk:lead',
    path: () => `/v1/desk/bulk/bulk_${'0'.repeat(24)}/undo`,
    foreign: 404,
  },
  { route: 'GET /v1/desk/account', needs: 'desk:publisher' },
  {
    route: 'PUT /v1/desk/account/password',
    needs: 'desk:publisher',
    body: { current: PASSWORD, next: PASSWORD },
  },
  { route: 'DELETE /v1/desk/account/sessions', needs: 'desk:publisher' },
  {
    route: 'DELETE /v1/desk/account/sessions/:id',
    needs: 'desk:publisher',
    path: () => `/v1/desk/account/sessions/${'0'.repeat(16)}`,
    foreign: 404,
  },
  { route: 'POST /v1/desk/oidc/start', needs: 'public', body: { invitation: 'none' }, status: 404 },
  { route: 'GET /v1/desk/people', needs: 'desk:admin' },
  { route: 'POST /v1/desk/people', needs: 'desk:admin', body: { login: 'table', name: 'Table', role: 'publisher' } },
  {
    route: 'PATCH /v1/desk/people/:id',
    needs: 'desk:admin',
    path: ({ person }) => `/v1/desk/people/${person}`,
    body: { role: 'publisher' },
    foreign: 404,
  },
  {
    route: 'POST /v1/desk/people/:id/invitation',
    needs: 'desk:admin',
    path: ({ person }) => `/v1/desk/people/${person}/invitation`,
    foreign: 404,
  },
  { route: 'GET /v1/desk/settings', needs: 'desk:lead' },
  { route: 'PUT /v1/desk/settings', needs: 'desk:admin', body: { reviewHours: 12 } },
  { route: 'GET /v1/desk/views', needs: 'desk:moderator' },
  { route: 'POST /v1/desk/views', needs: 'desk:moderator', body: VIEW },
  {
    route: 'PUT /v1/desk/views/:id',
    needs: 'desk:moderator',
    path: ({ view }) => `/v1/desk/views/${view}`,
    body: VIEW,
    foreign: 404,
  },
  { route: 'DELETE /v1/desk/views/:id', needs: 'desk:moderator', path: ({ view }) => `/v1/desk/views/${view}`, foreign: 404 },
  { route: 'GET /v1/desk/audit', needs: 'desk:admin' },
  { route: 'GET /v1/desk/oidc/start', needs: 'public', status: 404 },
  { route: 'GET /v1/desk/oidc/back', needs: 'public', status: 404 },
  { route: 'GET /v1/desk/precision', needs: 'desk:lead' },
  { route: 'GET /v1/desk/rules', needs: 'desk:moderator' },
  { route: 'POST /v1/desk/rules', needs: 'desk:moderator', bodyFor: ({ article }) => newRule(article), foreign: 404 },
  { route: 'POST /v1/desk/rules/propose', needs: 'desk:moderator', bodyFor: ({ article }) => spanOf(article), foreign: 404 },
  { route: 'GET /v1/desk/rules/:id', needs: 'desk:moderator', path: ({ rule }) => `/v1/desk/rules/${rule}`, foreign: 404 },
  {
    route: 'PUT /v1/desk/rules/:id/proof',
    needs: 'desk:moderator',
    path: ({ rule }) => `/v1/desk/rules/${rule}/proof`,
    body: { match: ['the harbour council of Merrow'], allow: ['something else'] },
    foreign: 404,
  },
  ...moveRule('backtest'),
  ...moveRule('shadow'),
  ...moveRule('activate', 'desk:lead'),
  ...moveRule('retire'),
  { route: 'GET /', needs: 'public', status: 302 },
  { route: 'GET /metrics', needs: 'operator' },
  { route: 'GET /healthz', needs: 'public' },
  { route: 'GET /readyz', needs: 'public' },
  { route: 'GET /openapi.json', needs: 'public' },
];

/** The pages' own files stand in tests of their own. */
const isOfPage = (pattern: string) => /^\/(?:docs|desk)(?:\/|$)/u.test(pattern);

const SCOPES = ['submit', 'read', 'review', 'admin'];

it('every route of the server has a case', async () => {
  const api = await createIdleApi();
  const routes = api.routeList().filter(({ pattern, method }) => !isOfPage(pattern) && method !== 'HEAD');
  const names = routes.map(({ method, pattern }) => `${method} ${pattern}`);
  expect(names.length).toBeGreaterThan(15);
  expect([...names].sort()).toEqual(CASES.map(({ route }) => route).sort());
  await api.close();
});

describe.each(availableModes())('who may use which route, in the mode %s', (mode) => {
  let api: TestApi;
  let theirs: Theirs;
  const keys = new Map<string, string>();
  const visitors = new Map<Role, Readonly<Record<string, string>>>();

  /** Somebody of the tenant `ours`; whoever signed out signs in anew. */
  const visitorOf = async (role: Role) => {
    const known = visitors.get(role);
    const isIn = known !== undefined && (await api.call('/v1/desk/session', { key: '', headers: known })).status === 200;
    const { headers, id } = isIn ? { headers: known, id: '' } : await joinDesk(api, role, 'ours');
    visitors.set(role, headers);
    return { id, call: (one: RouteCase, more: object = {}) => call(one, { key: '', headers: { ...headers, ...more } }) };
  };

  const createKey = async (tenant: string, scopes: readonly string[], more: object = {}) => {
    const { json } = await api.call('/v1/keys', {
      body: { name: scopes.join(), scopes, ...more },
      headers: { 'copydesk-tenant': tenant },
    });
    return { id: String(json.id), key: String(json.key) };
  };

  const call = ({ route, path, bodyFor, body: fixed }: RouteCase, sent: Sent) => {
    const [method = '', pattern = ''] = route.split(' ');
    const body = bodyFor ? bodyFor(theirs) : fixed;
    return api.call(path ? path(theirs) : pattern, { method, ...(body !== undefined && { body }), ...sent });
  };

  beforeAll(async () => {
    api = await openTestApi(mode);
    for (const id of ['ours', 'theirs']) expect((await api.call('/v1/tenants', { body: { id } })).status).toBe(201);
    const headers = { 'copydesk-tenant': 'theirs', prefer: 'wait=30' };
    const { json } = await api.call('/v1/articles', { body: ARTICLE, headers });
    const { json: feed } = await api.call('/v1/deliveries', { headers });
    const [delivery] = feed.deliveries as { id: string }[];
    const person = await joinDesk(api, 'moderator', 'theirs');
    const { json: view } = await api.call('/v1/desk/views', { key: '', headers: person.headers, body: VIEW });
    const key = (await createKey('theirs', ['read'])).id;
    const { json: rule } = await api.call('/v1/desk/rules', { body: newRule(String(json.id)), headers });
    theirs = {
      article: String(json.id),
      delivery: delivery?.id ?? '',
      key,
      person: person.id,
      view: String(view.id),
      rule: String(rule.id),
    };
    expect(theirs.view).toMatch(/^vw_/u);
    expect(theirs.rule).toMatch(/^rul_/u);
    expect(theirs.delivery).toMatch(/^msg_/u);
    for (const scope of SCOPES) keys.set(scope, (await createKey('ours', [scope])).key);
    for (const scope of SCOPES) {
      const others = SCOPES.filter((one) => one !== scope);
      keys.set(`not ${scope}`, (await createKey('ours', others)).key);
    }
    keys.set('not operator', (await createKey('ours', SCOPES)).key);
    keys.set('operator without admin', (await createKey('ours', ['submit', 'read', 'review'], { isOperator: true })).key);
    keys.set('expired', (await createKey('ours', SCOPES, { expiresAt: '2020-01-01T00:00:00Z' })).key);
    const revoked = await createKey('ours', SCOPES);
    await api.call(`/v1/keys/${revoked.id}`, { method: 'DELETE', headers: { 'copydesk-tenant': 'ours' } });
    keys.set('revoked', revoked.key);
    const known = keys.get('admin') ?? '';
    keys.set('wrong secret', `${known.slice(0, -1)}${known.endsWith('0') ? '1' : '0'}`);
    keys.set('unknown id', `ck_ffffffffffff_${'0'.repeat(64)}`);
  }, 200_000);

  afterAll(() => api.close());

  const withKey = CASES.filter(({ needs }) => needs !== 'public' && !needs.startsWith('desk:'));
  const ofDesk = CASES.filter(({ needs }) => needs.startsWith('desk:'));

  it.each(withKey)('$route needs a key', async (one) => {
    for (const key of ['', 'ck_', 'nonsense', 'wrong secret', 'unknown id', 'expired', 'revoked']) {
      const { status, json, headers } = await call(one, { key: keys.get(key) ?? key });
      expect([key, status, json.code]).toEqual([key, 401, 'unauthenticated']);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="copydesk"');
    }
  });

  it.each(withKey)('$route needs the right $needs', async (one) => {
    const { status, json } = await call(one, { key: keys.get(`not ${one.needs}`) ?? '' });
    expect([status, json.code]).toEqual([403, 'forbidden']);
    if (one.needs !== 'operator') return;
    expect((await call(one, { key: keys.get('operator without admin') ?? '' })).status).toBe(403);
  });

  it.each(withKey.filter(({ needs }) => needs !== 'operator'))('$route keeps out of another tenant', async (one) => {
    const key = keys.get(one.needs) ?? '';
    const other = await call(one, { key, headers: { 'copydesk-tenant': 'theirs' } });
    expect([other.status, other.json.code]).toEqual([403, 'wrong_tenant']);
    const own = await call(one, { key });
    if (one.foreign === undefined) expect(own.status).toBeLessThan(300);
    else expect(own.status).toBe(one.foreign);
    for (const id of Object.values(theirs)) expect(own.text).not.toContain(id);
  });

  it.each(CASES.filter(({ needs }) => needs === 'public'))('$route needs no key', async (one) => {
    expect((await call(one, { key: '', redirect: 'manual' })).status).toBe(one.status ?? 200);
  });

  it.each(ofDesk)('$route needs a session, or a key', async (one) => {
    for (const headers of [{}, { cookie: 'copydesk_session=nonsense' }, { cookie: 'copydesk_session=' }]) {
      const { status, json } = await call(one, { key: '', headers });
      expect([status, json.code]).toEqual([401, 'signed_out']);
    }
    for (const key of ['nonsense', 'wrong secret', 'expired', 'revoked']) {
      const { status, json } = await call(one, { key: keys.get(key) ?? key });
      expect([key, status, json.code]).toEqual([key, 401, 'unauthenticated']);
    }
    const { status, json } = await call(one, { key: keys.get('not review') ?? '' });
    expect([status, json.code]).toEqual([403, 'forbidden']);
  });

  it.each(ofDesk)('$route takes whoever is at least $needs, of the own tenant only', async (one) => {
    for (const role of ROLES) {
      const { call: callAs, id } = await visitorOf(role);
      const answered = await callAs(one);
      const isEnough = hasRole({ id, tenant: null, role }, ROLES.find((least) => one.needs === `desk:${least}`) ?? 'admin');
      if (!isEnough) expect([role, answered.status, answered.json.code]).toEqual([role, 403, 'forbidden']);
      else if (one.foreign === undefined) expect(answered.status, answered.text).toBeLessThan(300);
      else expect([role, answered.status]).toEqual([role, one.foreign]);
      for (const theirId of Object.values(theirs)) expect(answered.text).not.toContain(theirId);
    }
    const { call: callAs } = await visitorOf('admin');
    const other = await callAs(one, { 'copydesk-tenant': 'theirs' });
    expect([other.status, other.json.code]).toEqual([403, 'wrong_tenant']);
  });

  it.each(ofDesk.filter(({ route }) => !route.startsWith('GET ')))('$route comes from the page, or not at all', async (one) => {
    const { call: callAs } = await visitorOf('admin');
    for (const csrf of ['', 'x', 'x'.repeat(24)]) {
      const { status, json } = await callAs(one, { 'copydesk-csrf': csrf });
      expect([status, json.code]).toEqual([403, 'bad_csrf']);
    }
  });

  it('tells an operator of a tenant that does not exist', async () => {
    for (const tenant of ['nowhere', 'Upper', '../x', 'x'.repeat(100)]) {
      const { status, json } = await api.call('/v1/articles', { headers: { 'copydesk-tenant': tenant } });
      expect([status, json.code]).toEqual([404, 'unknown_tenant']);
    }
  });

  it('does not let a tenant raise its own limits, nor make operators', async () => {
    const key = keys.get('admin') ?? '';
    for (const body of [{ ratePerSecond: 1e6 }, { burst: 1000 }, { weight: 100 }]) {
      expect((await api.call('/v1/tenant', { method: 'PUT', key, body })).json.code).toBe('forbidden');
    }
    const made = await api.call('/v1/keys', { key, body: { name: 'x', scopes: ['admin'], isOperator: true } });
    expect(made.json.code).toBe('forbidden');
    expect((await api.call('/v1/keys?operators=true', { key })).json.code).toBe('forbidden');
  });

  it('exchanges a key without a gap, and ends the old one', async () => {
    const old = await createKey('ours', ['read', 'admin']);
    const { status, json } = await api.call(`/v1/keys/${old.id}/rotate?overlapSeconds=4`, { key: old.key, method: 'POST' });
    expect([status, json.replaces, json.scopes]).toEqual([201, old.id, ['read', 'admin']]);
    for (const key of [old.key, String(json.key)]) expect((await api.call('/v1/tenant', { key })).status).toBe(200);
    const isOver = async () => (await api.call('/v1/tenant', { key: old.key })).status;
    await expect.poll(isOver, { timeout: 15_000, interval: 500 }).toBe(401);
    expect((await api.call('/v1/tenant', { key: String(json.key) })).status).toBe(200);
  });

  it('gives the key in the place of another the end that this was meant to have, or a named one', async () => {
    const end = '2031-05-01T12:00:00.000Z';
    const old = await createKey('ours', ['read'], { expiresAt: '2031-05-01T14:00:00+02:00' });
    const key = keys.get('admin') ?? '';
    const rotate = async (query: string) => (await api.call(`/v1/keys/${old.id}/rotate?${query}`, { method: 'POST', key })).json;
    expect((await rotate('overlapSeconds=600')).expiresAt).toBe(end);
    // The first answer may have been lost.
    expect((await rotate('overlapSeconds=600')).expiresAt).toBe(end);
    expect((await rotate('expiresAt=2030-01-01T00:00:00Z')).expiresAt).toBe('2030-01-01T00:00:00.000Z');
    const endless = await createKey('ours', ['read']);
    const { json } = await api.call(`/v1/keys/${endless.id}/rotate`, { method: 'POST', key });
    expect(json.expiresAt).toBeNull();
  });

  it('lists keys page by page, newest first, each once', async () => {
    await api.call('/v1/tenants', { body: { id: 'many-keys' } });
    const headers = { 'copydesk-tenant': 'many-keys' };
    const made: string[] = [];
    for (let count = 0; count < 5; count++) made.unshift((await createKey('many-keys', ['read'])).id);
    const seen: string[][] = [];
    for (let after = ''; ; ) {
      const { json } = await api.call(`/v1/keys?limit=2${after}`, { headers });
      seen.push((json.keys as { id: string }[]).map(({ id }) => id));
      if (json.next === null) break;
      after = `&after=${String(json.next)}`;
    }
    expect(seen.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(new Set(seen.flat())).toEqual(new Set(made));
    expect((await api.call('/v1/keys', { headers })).json).toMatchObject({ keys: { length: 5 }, next: null });
    // A key of someone else is no place in this list.
    expect((await api.call(`/v1/keys?after=${theirs.key}`, { headers })).json.keys).toEqual([]);
  });

  it('uses a tenant that was asked for before it was made, and its new limits, at once', async () => {
    const headers = { 'copydesk-tenant': 'made-late' };
    expect((await api.call('/v1/articles', { headers })).status).toBe(404);
    await api.call('/v1/tenants', { body: { id: 'made-late' } });
    expect((await api.call('/v1/articles', { headers })).status).toBe(200);
    await api.call('/v1/tenant', { method: 'PUT', body: { ratePerSecond: 1, burst: 7 }, headers });
    const { headers: told } = await api.call('/v1/articles', { body: ARTICLE, headers });
    expect(told.get('ratelimit-policy')).toBe('"articles";q=7;w=7');
  });

  it('ends a revoked key within seconds', async () => {
    const { id, key } = await createKey('ours', ['admin']);
    expect((await api.call('/v1/tenant', { key })).status).toBe(200);
    await api.call(`/v1/keys/${id}`, { method: 'DELETE', key });
    await expect.poll(async () => (await api.call('/v1/tenant', { key })).status, { timeout: 5000, interval: 200 }).toBe(401);
  });

  it('stores no secret', async () => {
    const { key } = await createKey('ours', ['read']);
    const { rows } = await api.desk.pool.query<{ all: string }>(
      'SELECT string_agg(k::text, chr(10)) AS all FROM copydesk.api_keys k',
    );
    expect(rows[0]?.all).toContain(key.split('_')[1]);
    expect(rows[0]?.all).not.toContain(key.split('_')[2]);
  });
});
