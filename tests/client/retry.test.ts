import { afterEach, describe, expect, it } from 'vitest';
import { type ClientOptions, CopydeskError, createClient } from '../../src/client/client.ts';
import type { Call } from '../../src/client/create-call.ts';
import { readRetryAfter } from '../../src/client/read-retry-after.ts';
import { answerInTurn, problem, type Turn, type TurnServer } from './answer-in-turn.ts';

const ARTICLE = { id: 'harbour-1', text: 'The pilots of Merrow won their vote.' };
const DONE: Turn = { status: 202, body: { id: 'art_1', isNew: true } };

let server: TurnServer | undefined;
afterEach(() => server?.close());

async function connect(turns: readonly Turn[], options: Partial<ClientOptions> = {}) {
  server = await answerInTurn(turns);
  const waits: number[] = [];
  const client = createClient({
    url: `${server.url}/desk/`,
    key: 'ck_a_b',
    onWait: (seconds) => waits.push(seconds),
    ...options,
  });
  return { client, seen: server.seen, waits };
}

async function failureOf(work: Promise<unknown>): Promise<CopydeskError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CopydeskError) return error;
  throw new Error('no CopydeskError', { cause: error });
}

describe('a call that fails in passing', () => {
  it.each([
    ['the limit is reached', problem('rate_limited', 429, { 'retry-after': '1' })],
    ['the desk is behind', problem('queue_full', 503)],
    ['the store is away', problem('store_unavailable', 503)],
    ['the desk fails', problem('internal', 500)],
    ['the first request is still in hand', problem('idempotency_in_flight', 409)],
    ['a proxy finds no desk', { status: 502, body: '<h1>Bad gateway</h1>' } satisfies Turn],
    ['the connection breaks', 'break' as const],
  ])('is repeated with the same key and body: %s', async (_, turn) => {
    const { client, seen, waits } = await connect([turn, DONE]);
    await client.submit(ARTICLE);
    expect(seen).toHaveLength(2);
    expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/u);
    expect(seen[1]?.headers['idempotency-key']).toBe(seen[0]?.headers['idempotency-key']);
    expect(seen[1]?.body).toBe(seen[0]?.body);
    expect(waits).toHaveLength(1);
  });

  it.each([
    ['a new secret of the webhook', (call: Call) => call('changeTenant', { body: { newWebhookSecret: 'add' } }), 1],
    [
      'a first webhook, which gets a secret',
      (call: Call) => call('changeTenant', { body: { webhookUrl: 'https://cms.example/' } }),
      1,
    ],
    ['a limit', (call: Call) => call('changeTenant', { body: { weight: 2 } }), 2],
    ['no webhook', (call: Call) => call('changeTenant', { body: { webhookUrl: null } }), 2],
    ['a key', (call: Call) => call('createKey', { body: { name: 'cms', scopes: ['read'] } }), 1],
    ['the end of a key', (call: Call) => call('revokeKey', { path: { id: 'a' } }), 2],
  ])('is not repeated when nobody knows whether it made a secret: %s', async (_, work, times) => {
    const { client, seen } = await connect(['break', DONE]);
    await work(client.call).catch(() => undefined);
    expect(seen).toHaveLength(times);
  });

  it('waits as long as Retry-After says, at least', async () => {
    const { client, waits } = await connect([problem('rate_limited', 429, { 'retry-after': '1' }), DONE]);
    const start = performance.now();
    await client.submit(ARTICLE);
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(waits[0]).toBe(1);
  });

  it('fails at once when the wait is longer than its patience, and says when to come again', async () => {
    const refusal = problem('rate_limited', 429, { 'retry-after': '90', 'ratelimit-policy': '"articles";q=50;w=10' });
    const { client, seen } = await connect([refusal]);
    const failure = await failureOf(client.submit(ARTICLE));
    expect(failure).toMatchObject({ code: 'rate_limited', status: 429, retryAfterSeconds: 90, burst: 50 });
    expect(seen).toHaveLength(1);
  });

  it('ends its wait when it is stopped', async () => {
    const { client } = await connect([problem('queue_full', 503, { 'retry-after': '30' })]);
    const start = performance.now();
    await expect(client.submit(ARTICLE, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('a call that fails for good', () => {
  it.each([
    ['no key', problem('unauthenticated', 401), 'unauthenticated'],
    ['an article that cannot be used', problem('invalid', 422), 'invalid'],
    ['an article that is too slow to check', problem('check_overdue', 503, { 'retry-after': '60' }), 'check_overdue'],
    ['a redirect', { status: 301, headers: { location: 'https://elsewhere.example/' } } satisfies Turn, 'unexpected_answer'],
    ['an answer that is no JSON', { status: 200, body: '<p>Welcome</p>' } satisfies Turn, 'unexpected_answer'],
    ['a batch in place of one', { status: 200, body: { articles: [] } } satisfies Turn, 'unexpected_answer'],
  ])('is not repeated: %s', async (_, turn, code) => {
    const { client, seen, waits } = await connect([turn]);
    const failure = await failureOf(client.submit(ARTICLE));
    expect(failure.code).toBe(code);
    expect(failure.message).not.toContain('ck_a_b');
    expect([seen.length, waits.length]).toEqual([1, 0]);
  });

  it('is not repeated when nobody knows whether it was done, and twice is too often', async () => {
    const { client, seen } = await connect(['break']);
    const failure = await failureOf(client.call('createKey', { body: { name: 'site', scopes: ['submit'] } }));
    expect(failure.code).toBe('unreachable');
    expect(seen).toHaveLength(1);
  });

  it('gives up on a desk that never answers', async () => {
    const { client } = await connect([problem('queue_full', 503)], { patienceSeconds: 1 });
    await server?.close();
    server = undefined;
    expect((await failureOf(client.get('art_1'))).code).toBe('unreachable');
  });
});

describe('a request', () => {
  it('names tenant, key, wait and query, each in its place', async () => {
    const { client, seen } = await connect([DONE], { tenant: 'gazette', patienceSeconds: 0 });
    await client.submit(ARTICLE, { waitSeconds: 2, idempotencyKey: 'mine' });
    await client.get('art_/1?', { revision: 3 });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/desk/v1/articles', body: JSON.stringify(ARTICLE) });
    expect(seen[0]?.headers).toMatchObject({
      ...{ authorization: 'Bearer ck_a_b', 'copydesk-tenant': 'gazette', prefer: 'wait=2', 'idempotency-key': 'mine' },
      'content-type': 'application/json',
    });
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/desk/v1/articles/art_%2F1%3F?revision=3' });
    expect(seen[1]?.headers).not.toHaveProperty('content-type');
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-03-04T05:06:07Z');
  it.each([
    [null, undefined],
    ['0', 0],
    ['120', 120],
    ['Wed, 04 Mar 2026 05:07:07 GMT', 60],
    ['Wed, 04 Mar 2026 05:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads %j', (header, seconds) => {
    expect(readRetryAfter(header, now, null)).toBe(seconds);
  });

  it.each([
    ['Wed, 04 Mar 2026 06:06:07 GMT', 60],
    ['Wed, 04 Mar 2026 06:10:00 GMT', 0],
    ['soon', 3660],
  ])('counts a date from that of the answer, %s, for our clock may be wrong', (answered, seconds) => {
    expect(readRetryAfter('Wed, 04 Mar 2026 06:07:07 GMT', now, answered)).toBe(seconds);
  });
});
