import process from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeQueueCursor } from '../../../src/service/api/desk/queue/queue-cursor.ts';
import { writeCursor } from '../../../src/service/api/list/cursor.ts';
import { expectLogContract } from '../open-test-desk.ts';
import { HIDDEN } from './desk/open-test-desk-api.ts';
import { expectDocumented, OPERATOR_KEY, openTestApi, send, type TestApi } from './open-test-api.ts';

/** The whole is 10,000: FUZZ_REQUESTS=10000 npx vitest run tests/service/api/fuzz.test.ts */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 600);

let api: TestApi;
/** An article on the desk of the tenant `edges`. */
let flagged = '';
beforeAll(async () => {
  api = await openTestApi('embedded', { ratePerSecond: 1_000_000, burst: 10_000_000 });
}, 200_000);

afterAll(async () => {
  await api.desk.close();
  expectLogContract(api.place);
  await api.place.remove();
}, 200_000);

const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }));
const line = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom('', '\0', '\ud800', 'null', '%00', "'; --", '../..', '__proto__'),
);

/** As long as names may be, and longer, of characters that take two, three and four bytes. */
const long = fc
  .tuple(fc.constantFrom([0x400, 300], [0x4e00, 20_000], [0x1f300, 700]), fc.integer({ min: 100, max: 2100 }), fc.nat())
  .map(([[from = 0, span = 1], length, seed]) =>
    // Scattered, or PostgreSQL would compress it.
    String.fromCodePoint(...Array.from({ length }, (_, index) => from + ((Math.imul(index + 1, seed | 1) >>> 8) % span))),
  );
const name = fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: long });

/** Articles that mostly fit the schema. */
const article = fc.record(
  {
    id: fc.oneof(
      { weight: 8, arbitrary: fc.nat(30).map((one) => `a${one}`) },
      { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }) },
      { weight: 1, arbitrary: long },
    ),
    text,
    format: fc.constantFrom('text', 'markdown', 'html'),
    revision: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constantFrom(2_147_483_647, 2_147_483_648, 0, -1, 1.5) },
    ),
    source: name,
    title: name,
    url: fc.oneof({ weight: 4, arbitrary: fc.constant('https://merrow.example/tide') }, { weight: 1, arbitrary: line }),
    publishedAt: fc.constantFrom('2026-03-02', '2026-03-02T08:00:00Z', 'March', ''),
  },
  { requiredKeys: ['id', 'text'] },
);

/** Dates at the edges of what databases and JavaScript know, with offsets that carry them over. */
const date = fc
  .tuple(
    fc.constantFrom('0000', '0001', '0099', '1582', '1970', '2026', '9999', '10000'),
    fc.constantFrom('-01-01T00:00:00', '-02-29T12:00:00.123456', '-12-31T23:59:59', '-13-41T25:00:00'),
    fc.constantFrom('Z', '+23:59', '-23:59', '+01:00', '+24:00', ''),
  )
  .map((parts) => parts.join(''));

/** Numbers at the edges of columns, timers and doubles. */
const number = fc.oneof(fc.constantFrom(0, -1, 0.0004, 0.001, 1e-300, 1e300, 2_147_483_648, 1_000_000, 10_000_000), fc.double());

/** Times as a cursor has them, some of them of no calendar. */
const exactly = fc.constantFrom(
  ...['0001-01-01T00:00:00.000000Z', '1582-10-10T00:00:00.000001Z', '2026-01-02T03:04:05.678901Z', '9999-12-31T23:59:59.999999Z'],
  ...['0000-12-31T23:59:59.999999Z', '2026-02-29T00:00:00.000000Z', '2026-01-01T24:00:00.000000Z', '2026-06-30T23:59:60.000000Z'],
);

/** Cursors as whoever knows how they are made can make them. */
const cursor = fc
  .tuple(fc.oneof(exactly, date, line), fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String), line))
  .map(([time, seq]) => {
    const [, , mark] = JSON.parse(
      Buffer.from(writeCursor({ receivedAt: '1970-01-01T00:00:00.000000Z', seq: '1' }, {}), 'base64url').toString(),
    );
    return Buffer.from(JSON.stringify([time, seq, mark])).toString('base64url');
  });

/** The same of the desk's queue. */
const deskCursor = fc
  .tuple(
    fc.constantFrom('desk', 'decided', 'all', 'escalated'),
    fc.oneof(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(String), line),
    fc.oneof(fc.integer(), number),
    fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String), line),
  )
  .map(([state, micros, priority, seq]) => {
    const made = writeQueueCursor({ micros: '0', priority: 0, seq: '1' }, { state });
    const [, , , mark] = JSON.parse(Buffer.from(made, 'base64url').toString());
    return { state, cursor: Buffer.from(JSON.stringify([micros, priority, seq, mark])).toString('base64url') };
  });

const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, true, [], {}, 1e300, '\0'));

const newKey = fc.record(
  { name: line, scopes: fc.array(fc.constantFrom('submit', 'read', 'review', 'admin', 'all')), expiresAt: fc.oneof(date, line) },
  { requiredKeys: [] },
);
const tenantChange = fc.record(
  {
    webhookUrl: line,
    retentionDays: fc.oneof(number, odd),
    burst: fc.oneof(number, odd),
    ratePerSecond: fc.oneof(number, odd),
    newWebhookSecret: fc.constantFrom('add', 'replace', 'no'),
  },
  { requiredKeys: [] },
);

/** What people send of an article on the desk. */
const deskAct = fc.record({
  revision: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, number, odd),
  fence: fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, number, odd),
  reason: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(null, 'legal') }, line),
  decision: fc.constantFrom('accepted', 'rejected', 'none'),
  result: fc.oneof(fc.constant('0'.repeat(64)), line),
  text: name,
  effort: fc.oneof(fc.constant({ keys: 1, seconds: 0.5 }), fc.record({ keys: number, seconds: number }), odd),
});
const signIn = fc.record({ login: name, password: name, invitation: name }, { requiredKeys: [] });

/** A valid body with some of its places changed, or anything that is JSON. */
const body = fc.oneof(
  { weight: 5, arbitrary: article },
  fc.record({ articles: fc.array(fc.oneof(article, odd), { maxLength: 5 }) }),
  fc.tuple(article, line, odd).map(([one, name, value]) => ({ ...one, [name]: value })),
  fc
    .tuple(article, fc.constantFrom('id', 'text', 'format', 'revision', 'encoding'), odd)
    .map(([one, name, value]) => ({ ...one, [name]: value })),
  newKey,
  tenantChange,
  fc.record({ id: line }),
  deskAct,
  signIn,
  odd,
);

/** JSON as bytes, some of them broken. */
const bytes = fc.oneof(
  { weight: 12, arbitrary: body.map((one) => Buffer.from(JSON.stringify(one) ?? '')) },
  {
    weight: 2,
    arbitrary: fc.tuple(body, fc.nat(), fc.nat(255)).map(([one, place, byte]) => {
      const whole = Buffer.from(JSON.stringify(one) ?? 'x');
      if (whole.length > 0) whole[place % whole.length] = byte;
      return whole;
    }),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((depth) => Buffer.from('['.repeat(depth))) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 50_000 }).map((depth) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
  },
);

const id = fc.oneof(fc.constantFrom('art_000000000000000000000000', 'msg_0', '0', 'replay'), line);
/** Acts of the desk with what each takes beside the revision. */
const DESK_FIELDS: Readonly<Record<string, readonly string[]>> = {
  ...{ claim: [], undo: [], looking: [], renew: ['fence'], release: ['fence'], skip: ['fence'], notes: ['text'] },
  ...{ escalate: ['fence', 'reason'], decide: ['fence', 'reason', 'decision', 'result', 'effort'] },
};
const DESK_ACTS = Object.keys(DESK_FIELDS);
const path = fc.oneof(
  { weight: 9, arbitrary: fc.constant('/v1/articles') },
  fc.constantFrom(
    '/v1/articles',
    '/v1/check',
    '/v1/deliveries',
    '/v1/deliveries/replay',
    '/v1/keys',
    '/v1/tenant',
    '/v1/tenants',
    '/readyz',
    '/docs',
    '/desk/',
    '/v1/desk/session',
    '/v1/desk/join',
    '/v1/desk/queue',
    '/v1/desk/next',
  ),
  id.map((one) => `/v1/desk/articles/${encodeURIComponent(one.toWellFormed())}`),
  fc
    .tuple(id, fc.constantFrom(...DESK_ACTS))
    .map(([one, act]) => `/v1/desk/articles/${encodeURIComponent(one.toWellFormed())}/${act}`),
  id.map((one) => `/v1/articles/${encodeURIComponent(one.toWellFormed())}`),
  id.map((one) => `/v1/articles/${encodeURIComponent(one.toWellFormed())}/replay`),
  id.map((one) => `/v1/keys/${encodeURIComponent(one.toWellFormed())}/rotate`),
  id.map((one) => `/v1/deliveries/${encodeURIComponent(one.toWellFormed())}/replay`),
  fc.webPath(),
);

const query = fc.array(
  fc.tuple(
    fc.constantFrom(
      'status',
      'source',
      'externalId',
      'minScore',
      'maxScore',
      'since',
      'until',
      'q',
      'cursor',
      'limit',
      'after',
      'state',
      'revision',
      'bodies',
      'operators',
      'kind',
      'rule',
      'minAgeSeconds',
      'assignee',
      'facets',
      'view',
      'x',
    ),
    fc.oneof(
      line,
      fc.constantFrom(
        'accepted',
        '1',
        '200',
        '-1',
        '1e9',
        '2026-03-02T00:00:00Z',
        '0000-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        'true',
        'all',
        'decided',
        'hidden_text',
        'me',
        '"a b" or -c',
        '& | ! <->',
      ),
    ),
  ),
  { maxLength: 4 },
);

const visible = fc.string({
  maxLength: 40,
  unit: fc.integer({ min: 32, max: 255 }).map((one) => String.fromCharCode(one === 127 ? 32 : one)),
});
const mostly = (fine: fc.Arbitrary<string>) => fc.oneof({ weight: 9, arbitrary: fine }, { weight: 1, arbitrary: visible });
const headers = fc.record(
  {
    'idempotency-key': mostly(fc.nat(99).map((one) => (one % 2 ? `k${one}` : `"k${one}"`))),
    prefer: mostly(fc.constantFrom('wait=0', 'respond-async')),
    'content-type': fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'application/json; charset=latin1', ''),
      },
    ),
    'copydesk-tenant': mostly(fc.constantFrom('default', '')),
    'x-request-id': visible,
    cookie: mostly(fc.constant('copydesk_session=none')),
    'copydesk-csrf': visible,
    authorization: mostly(fc.constant(`Bearer ${OPERATOR_KEY}`)),
  },
  { requiredKeys: ['authorization', 'content-type'] },
);

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'POST', 'POST'),
  path,
  query,
  headers,
  bytes,
});

type Aimed = { readonly method: string; readonly path: string; readonly body?: object };

/** One for each way to be answered, so that none of them is left to chance. */
const listAnswered = (): readonly Aimed[] => [
  { method: 'PUT', path: '/v1/tenant', body: { ratePerSecond: 1, burst: 1 } },
  { method: 'POST', path: '/v1/keys', body: { name: 'x', scopes: ['read'], expiresAt: '2999-01-01T00:00:00Z' } },
  { method: 'GET', path: '/v1/articles?cursor=none' },
  { method: 'GET', path: '/v1/desk/queue?view=none' },
  { method: 'POST', path: `/v1/desk/articles/${flagged}/renew`, body: { revision: 1, fence: 1 } },
  { method: 'GET', path: '/v1/desk/queue?minScore=' },
];

/** Requests that fit but for values at the edges; they come to the store. They are those of a tenant that submits nothing. */
const aimed: fc.Arbitrary<Aimed> = fc.oneof(
  date.map((expiresAt) => ({ method: 'POST', path: '/v1/keys', body: { name: 'x', scopes: ['read'], expiresAt } })),
  fc
    .tuple(number, number)
    .map(([ratePerSecond, burst]) => ({ method: 'PUT', path: '/v1/tenant', body: { ratePerSecond, burst } })),
  number.map((ratePerSecond) => ({ method: 'PUT', path: '/v1/tenant', body: { ratePerSecond, burst: 1 } })),
  fc
    .tuple(date, date)
    .map(([since, until]) => ({ method: 'GET', path: `/v1/articles?${new URLSearchParams({ since, until })}` })),
  cursor.map((one) => ({ method: 'GET', path: `/v1/articles?cursor=${one}` })),
  deskCursor.map(({ state, cursor: one }) => ({ method: 'GET', path: `/v1/desk/queue?state=${state}&cursor=${one}` })),
  fc
    .tuple(
      fc.constantFrom('minScore', 'maxScore', 'minAgeSeconds', 'q', 'assignee', 'rule', 'source', 'view'),
      fc.oneof(line, number),
    )
    .map(([name, value]) => ({
      method: 'GET',
      path: `/v1/desk/queue?facets=true&${new URLSearchParams({ [name]: `${value}` })}`,
    })),
  fc.tuple(fc.constantFrom(...DESK_ACTS), deskAct).map(([name, { revision, ...fields }]) => {
    const known = Object.entries(fields).filter(([field]) => DESK_FIELDS[name]?.includes(field));
    const sent = { revision, ...Object.fromEntries(known) };
    return { method: 'POST', path: `/v1/desk/articles/${flagged}/${name}`, body: sent };
  }),
);

it(`no request of ${REQUESTS / 2} at the edges of its values is answered with a fault of ours`, {
  timeout: 3_600_000,
}, async () => {
  await api.call('/v1/tenants', { body: { id: 'edges' } });
  const headers = { 'copydesk-tenant': 'edges', prefer: 'wait=30' };
  const { json } = await api.call('/v1/articles', { body: { id: 'flagged', format: 'html', text: HIDDEN }, headers });
  expect(json.status).toBe('flagged');
  flagged = String(json.id);
  const statuses = new Set<number>();
  const property = fc.asyncProperty(aimed, async ({ path, ...sent }) => {
    const answered = await api.call(path, { ...sent, headers: { 'copydesk-tenant': 'edges' } });
    expect(answered.status, answered.text).toBeLessThan(500);
    // The key has every scope: only an act after its own decision or appeal is not allowed, which seldom comes about.
    if (answered.status === 403) expect(answered.json.code).toBe('not_allowed');
    else statuses.add(answered.status);
  });
  const examples = listAnswered().map((one): [Aimed] => [one]);
  await fc.assert(property, { numRuns: REQUESTS / 2, endOnFailure: false, examples });
  expect([...statuses].sort()).toEqual([200, 201, 400, 404, 409, 422]);
});

it(`no request of ${REQUESTS} is answered with a fault of ours`, { timeout: 3_600_000 }, async () => {
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(request, async ({ method, path: address, query: asked, headers: sent, bytes: payload }) => {
    const search = asked.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
    const target = search === '' ? address : `${address}?${search}`;
    const hasBody = method !== 'GET' && payload.length > 0;
    const answered = await send(api.desk.url ?? '', target, {
      method,
      key: '',
      headers: sent,
      ...(hasBody && { body: payload }),
    });
    statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
    expect(answered.status, answered.text).toBeLessThan(500);
    expectDocumented(target, method, answered);
    if (answered.status >= 400) expect(answered.json).toMatchObject({ status: answered.status, code: expect.any(String) });
  });
  await fc.assert(property, { numRuns: REQUESTS, endOnFailure: false });
  // It must have come past the door, or it has shown nothing.
  expect((statuses.get(202) ?? 0) + (statuses.get(200) ?? 0)).toBeGreaterThan(REQUESTS / 50);
  expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 50);
});
