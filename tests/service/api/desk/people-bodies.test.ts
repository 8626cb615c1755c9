import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDeskChain } from '../../people/read-desk-chain.ts';
import { openTestApi, type TestApi } from '../open-test-api.ts';
import { type SignedIn, signInPerson } from './sign-in-person.ts';

let api: TestApi;
let root: SignedIn;
let view = '';
let person = '';

beforeAll(async () => {
  api = await openTestApi('embedded');
  root = await signInPerson(api.desk.pool, 'admin', null);
  person = (await signInPerson(api.desk.pool, 'lead', null)).id;
  const body = { name: 'one', filter: {}, isShared: true };
  view = String((await api.call('/v1/desk/views', { key: '', headers: root.headers, body })).json.id);
}, 200_000);
afterAll(() => api.close(), 200_000);

const word = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.constantFrom('', '\0', '\ud800', 'a@b.example', 'K@b.example', '\u212A@b.example', "'; --", '__proto__', 'me', ' '),
);
const odd = fc.oneof(word, fc.constantFrom(null, true, 0, -1, 1.5, 1e300, 2_147_483_648, [], {}), fc.jsonValue());
const mostly = <T>(right: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: odd });
const role = mostly(fc.constantFrom('publisher', 'moderator', 'lead', 'admin'));
const record = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(fields, { requiredKeys: [] });

const account = record({
  login: word,
  name: word,
  role,
  email: mostly(fc.emailAddress()),
  tenant: mostly(fc.constantFrom('default', null)),
});
const change = record({ role, isDisabled: mostly(fc.boolean()), name: word, email: mostly(fc.emailAddress()) });
const filter = record({
  state: mostly(fc.constantFrom('desk', 'flagged', 'all')),
  ...{ source: word, kind: mostly(fc.constant('spam_insert')), rule: word, assignee: word, q: word },
  ...{ minScore: mostly(fc.double({ min: 0, max: 100 })), maxScore: odd, minAgeSeconds: mostly(fc.nat()) },
});
const newView = record({ name: word, filter: mostly(filter), isShared: mostly(fc.boolean()) });
const settings = record({
  reviewHours: mostly(fc.integer({ min: 1, max: 8760 })),
  secondReviewShare: mostly(fc.double({ min: 0, max: 1, noNaN: true })),
});

const toViewCall = (body: Readonly<Record<string, unknown>>) => ({ method: 'POST', path: () => '/views', body });

const asked = fc.oneof(
  account.map((body) => ({ method: 'POST', path: () => '/people', body })),
  fc.tuple(change, word).map(([body, id]) => ({
    method: 'PATCH',
    path: () => `/people/${id.length % 2 ? person : encodeURIComponent(id.toWellFormed())}`,
    body,
  })),
  newView.map(toViewCall),
  newView.map((body) => ({ method: 'PUT', path: () => `/views/${view}`, body })),
  settings.map((body) => ({ method: 'PUT', path: () => '/settings', body })),
  word.map((text) => ({
    method: 'GET',
    path: () => `/people?after=${encodeURIComponent(text.toWellFormed())}`,
    body: undefined,
  })),
  fc.tuple(word, word).map(([since, until]) => ({
    method: 'GET',
    path: () => `/audit?${new URLSearchParams({ since: since.toWellFormed(), until: until.toWellFormed() })}`,
    body: undefined,
  })),
);

/** What the store cannot hold, in each filter that is text. */
const HALF_PAIRS = ['source', 'rule', 'assignee', 'q'].map((name) =>
  toViewCall({ name: `half of ${name}`, filter: { [name]: '\ud800' }, isShared: false }),
);

it('whatever an admin sends is done or refused as the document says, and the chains stay whole', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path, body }) => {
      const { status } = await api.call(`/v1/desk${path()}`, { key: '', method, headers: root.headers, ...(body && { body }) });
      statuses.add(status);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 400, examples: HALF_PAIRS.map((call): [typeof call] => [call]) },
  );
  for (const status of [200, 201, 422]) expect(statuses).toContain(status);
  for (const tenant of ['default', null]) await readDeskChain(api.desk.pool, tenant);
  expect((await api.call('/v1/desk/people?limit=200', { key: '', headers: root.headers })).status).toBe(200);
  expect((await api.call('/v1/desk/views', { key: '', headers: root.headers })).status).toBe(200);
}, 200_000);
