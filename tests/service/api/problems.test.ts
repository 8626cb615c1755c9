import { once } from 'node:events';
import { connect } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, matchesKey } from '../../../src/service/access/api-key.ts';
import { writeCursor } from '../../../src/service/api/list/cursor.ts';
import { toProblemError } from '../../../src/service/api/to-problem-error.ts';
import { writeProblem } from '../../../src/service/api/write-problem.ts';
import { OPERATOR_KEY, openTestApi, type Sent, type TestApi } from './open-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('embedded', { maxRequestBytes: 100_000 });
}, 200_000);
afterAll(() => api.close());

const newKey = (expiresAt: string): Sent => ({ body: { name: 'x', scopes: ['read'], expiresAt } });

/** A cursor as whoever knows how they are made can make one. */
function forge(receivedAt: string): string {
  const [, seq, mark] = JSON.parse(
    Buffer.from(writeCursor({ receivedAt: '1970-01-01T00:00:00.000000Z', seq: '1' }, {}), 'base64url').toString(),
  );
  return Buffer.from(JSON.stringify([receivedAt, seq, mark])).toString('base64url');
}

/** Says the parts on a bare connection, with a pause between them, until it is closed; resolves to what was answered. */
async function say(parts: readonly string[], pauseMs: number): Promise<string> {
  const { port, hostname } = new URL(api.desk.url ?? '');
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => true);
  for (const part of parts) {
    socket.write(part);
    if (await Promise.race([closed, sleep(pauseMs, false)])) break;
  }
  await closed;
  return text;
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request that cannot be answered', () => {
  it.each<readonly [string, string, Sent, number, string]>([
    ['nothing there', '/v2/articles', {}, 404, 'not_found'],
    ['a broken address', '/v1/articles/%E0%A4%A', {}, 400, 'bad_request'],
    ['a method of another route', '/v1/articles', { method: 'PUT' }, 405, 'method_not_allowed'],
    ['half of a JSON value', '/v1/articles', { body: '{"id"' }, 400, 'bad_json'],
    ['no body', '/v1/articles', { method: 'POST', headers: JSON_TYPE }, 422, 'invalid'],
    ['bytes that are not UTF-8', '/v1/articles', { body: Buffer.from('{"id":"\xe9"}', 'latin1') }, 400, 'bad_encoding'],
    ['another type', '/v1/articles', { body: 'id=1', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'another charset',
      '/v1/check',
      { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a body that is packed',
      '/v1/check',
      { body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } },
      415,
      'unsupported_media_type',
    ],
    ['a score that is none', '/v1/articles?minScore=', {}, 422, 'invalid'],
    ['a number in hexadecimal digits', '/v1/articles?limit=0x10', {}, 422, 'invalid'],
    ['half a revision', '/v1/articles/art_0?revision=1.5', {}, 422, 'invalid'],
    ['a body that is too large', '/v1/articles', { body: { id: 'x', text: 'x'.repeat(100_001) } }, 413, 'body_too_large'],
    ['too many articles', '/v1/articles', { body: { articles: Array(101).fill({ id: 'x', text: '' }) } }, 422, 'invalid'],
    ['an unknown field', '/v1/check', { body: { id: 'x', text: '', colour: 1 } }, 422, 'invalid'],
    ['an unknown filter', '/v1/articles?colour=red', {}, 422, 'invalid'],
    ['a year that is none', '/v1/articles?until=0000-01-01T00:00:00Z', {}, 422, 'invalid'],
    ['a time before the year 1', '/v1/articles?since=0001-01-01T00:00:00%2B23:59', {}, 422, 'invalid'],
    ['a time after the year 9999', '/v1/articles?until=9999-12-31T23:59:59-23:59', {}, 422, 'invalid'],
    ['a key that ends before there were any', '/v1/keys', newKey('0001-01-01T00:00:00Z'), 422, 'invalid'],
    ['a key that ends before the year 1', '/v1/keys', newKey('0001-01-01T00:00:00+23:59'), 422, 'invalid'],
    ['a key that ends after the year 9999', '/v1/keys', newKey('9999-12-31T23:59:59-23:59'), 422, 'invalid'],
    ['a forged cursor of the year 10000', `/v1/articles?cursor=${forge('9999-12-31T23:59:59-23:59')}`, {}, 400, 'bad_cursor'],
    ['a forged cursor of the year 0', `/v1/articles?cursor=${forge('0001-01-01T00:00:00+23:59')}`, {}, 400, 'bad_cursor'],
    ['a forged cursor of no day', `/v1/articles?cursor=${forge('2026-02-29T00:00:00.000000Z')}`, {}, 400, 'bad_cursor'],
    ['a forged cursor of the exact year 0', `/v1/articles?cursor=${forge('0000-12-31T23:59:59.999999Z')}`, {}, 400, 'bad_cursor'],
    ['a forged cursor of no time', `/v1/articles?cursor=${forge('2026-13-41T00:00:00Z')}`, {}, 400, 'bad_cursor'],
    ['an id with NUL', '/v1/articles/%00', {}, 404, 'unknown_article'],
    ['an article of nobody', '/v1/articles/art_000000000000000000000000', {}, 404, 'unknown_article'],
    ['a webhook inside', '/v1/tenant', { method: 'PUT', body: { webhookUrl: 'https://127.0.0.1/' } }, 422, 'invalid'],
    ['a rate that is too small', '/v1/tenant', { method: 'PUT', body: { ratePerSecond: 0.0004 } }, 422, 'invalid'],
    ['a rate next to none', '/v1/tenant', { method: 'PUT', body: { ratePerSecond: 1e-300, burst: 1 } }, 422, 'invalid'],
    ['a burst of a month', '/v1/tenant', { method: 'PUT', body: { ratePerSecond: 0.001, burst: 3000 } }, 422, 'invalid'],
    ['a tenant twice', '/v1/tenants', { body: { id: 'default' } }, 409, 'tenant_exists'],
  ])('because of %s', async (_, path, sent, status, code) => {
    const answered = await api.call(path, sent);
    expect([answered.status, answered.json.code]).toEqual([status, code]);
    expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json(?:;|$)/u);
    expect(answered.json).toMatchObject({
      type: `urn:copydesk:problem:${code}`,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(answered.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{16}$/u);
  });

  it.each([
    ['/v1/articles?since=2026-01-01T00:00:00%2B23:59&until=2026-01-02T00:00:00-23:59', {}, 200],
    ['/v1/articles?since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59.999Z', {}, 200],
    ['/v1/keys', newKey('9999-12-31T23:59:59+23:59'), 201],
    ['/v1/keys', { headers: { 'content-type': 'application/json; charset=latin1' } }, 200],
  ])('is none of those to %s', async (path, sent, status) => {
    expect((await api.call(path, sent)).status).toBe(status);
  });

  it('says which methods there are', async () => {
    expect((await api.call('/v1/articles', { method: 'PATCH' })).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('points at each fault', async () => {
    const { json } = await api.call('/v1/check', { body: { id: '', text: 1, 'a/b~c': 1, format: 'pdf' } });
    const pointers = (json.errors as { pointer: string; in: string }[]).map((fault) => [fault.in, fault.pointer]);
    expect(pointers).toEqual([
      ['body', '/id'],
      ['body', '/text'],
      ['body', '/format'],
      ['body', '/a~1b~0c'],
    ]);
  });

  it('is told by a problem when it expects what there is not', async () => {
    const answer = await say(['GET /healthz HTTP/1.1\r\nhost: desk\r\nexpect: applause\r\n\r\n'], 0);
    expect(answer).toMatch(/^HTTP\/1\.1 417 [\s\S]*content-type: application\/problem\+json[\s\S]*"code":"bad_expectation"/u);
  });

  it.concurrent.each([
    ['headers', 'GET /healthz HTTP/1.1\r\nx-slow: ', 15],
    [
      'a body',
      `POST /v1/articles HTTP/1.1\r\nhost: desk\r\nauthorization: Bearer ${OPERATOR_KEY}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
      60,
    ],
  ])('is told when %s come too slowly', { timeout: 100_000 }, async (_, begin, seconds) => {
    const startedAt = performance.now();
    const answer = await say([begin, ...Array<string>(99).fill('a')], 1000);
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request_timeout"/u);
    const took = (performance.now() - startedAt) / 1000;
    expect(took).toBeGreaterThan(seconds - 1);
    expect(took).toBeLessThan(seconds + 10);
  });

  it('is told on the bare connection when it is no HTTP', async () => {
    const answer = await say(['NONSENSE\r\n\r\n'], 0);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad_request"/u);
  });

  it('carries headers that let nothing of it load or run, and allows no other site', async () => {
    for (const path of ['/healthz', '/v1/articles', '/nowhere']) {
      const { headers } = await api.call(path, { headers: { origin: 'https://elsewhere.example' } });
      expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('keeps a request id that may stand in a log, and no other', async () => {
    expect((await api.call('/healthz', { headers: { 'x-request-id': 'gazette-7' } })).headers.get('x-request-id')).toBe(
      'gazette-7',
    );
    expect((await api.call('/healthz', { headers: { 'x-request-id': 'a b' } })).headers.get('x-request-id')).toMatch(/^req_/u);
  });
});

describe('toProblemError', () => {
  const withCode = (code: string) => Object.assign(new Error('secret inside'), { code });

  it.each(['ECONNREFUSED', '57P01', '53100', '53300', '08006', '55P03', '40P01'])('takes %s for a store that is away', (code) => {
    const problem = toProblemError(withCode(code));
    expect(problem.code).toBe('store_unavailable');
    expect(problem.extras.headers).toEqual({ 'retry-after': '5' });
  });

  it.each([withCode('42P01'), new TypeError('secret inside'), 'secret inside', null])('tells nothing of %s', (error) => {
    const problem = writeProblem(toProblemError(error));
    expect([problem.code, problem.status]).toEqual(['internal', 500]);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});

describe('matchesKey', () => {
  const about = { id: 'k', tenant: null, name: '', scopes: [], createdAt: new Date(), expiresAt: null, revokedAt: null } as const;
  const secret = '5e'.repeat(32);
  const key = { ...about, hash: hashSecret(secret) };

  it('is true for the secret alone', () => {
    expect(matchesKey(secret, key)).toBe(true);
    for (const wrong of ['', `${secret}0`, secret.slice(1), '5f'.repeat(32)]) expect(matchesKey(wrong, key)).toBe(false);
    expect(matchesKey(secret, undefined)).toBe(false);
    expect(matchesKey('', undefined)).toBe(false);
  });

  it('takes as long for a key that is nearly right, all wrong, or unknown', () => {
    const cases = [
      () => matchesKey(`${secret.slice(0, -1)}0`, key),
      () => matchesKey(`0${secret.slice(1)}`, key),
      () => matchesKey(secret, key),
      () => matchesKey(secret, undefined),
    ];
    const timeOf = (one: () => unknown): number => {
      const from = process.hrtime.bigint();
      for (let call = 0; call < 100; call++) one();
      return Number(process.hrtime.bigint() - from);
    };
    // Of each round what a case takes of the whole, each in turn the first: a machine that gets slower, or faster, meets all.
    const shares = cases.map((): number[] => []);
    for (let round = 0; round < 300; round++) {
      const numbered = [...cases.entries()];
      const inTurn = [...numbered.slice(round % cases.length), ...numbered.slice(0, round % cases.length)];
      const times = inTurn.map(([index, one]) => [index, timeOf(one)] as const);
      const whole = times.reduce((sum, [, time]) => sum + time, 0);
      for (const [index, time] of times) shares[index]?.push(time / whole);
    }
    const medians = shares.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN);
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.25);
  });
});
