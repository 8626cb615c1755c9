import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdleApi } from '../../../src/service/api/create-idle-api.ts';
import { availableModes } from '../test-place.ts';
import { OPERATOR_KEY, openTestApi, type TestApi } from './open-test-api.ts';

const BYTES = 100_000;
const TEXT = 'The harbour council of Merrow met at noon.';

it('a server has a bound on its connections', async () => {
  const api = await createIdleApi();
  expect(api.server.maxConnections).toBe(4096);
  await api.close();
});

describe.each(availableModes())('bodies that are on their way, in the mode %s', (mode) => {
  let api: TestApi;
  const open: Socket[] = [];

  beforeAll(async () => {
    api = await openTestApi(mode, { maxRequestBytes: BYTES });
    for (const id of ['first', 'second', 'third', 'spent']) await api.call('/v1/tenants', { body: { id } });
  }, 200_000);
  afterAll(() => api.close());

  /** Says how long its body is, and sends none of it. */
  const begin = async (tenant: string, length: string): Promise<Socket> => {
    const { hostname, port } = new URL(api.desk.url ?? '');
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const names = `host: desk\r\nauthorization: Bearer ${OPERATOR_KEY}\r\ncopydesk-tenant: ${tenant}\r\n`;
    socket.write(`POST /v1/articles HTTP/1.1\r\n${names}content-type: application/json\r\n${length}\r\n\r\n`);
    open.push(socket);
    return socket;
  };
  const submit = (tenant: string, headers: Record<string, string> = {}) =>
    api.call('/v1/articles', { body: { id: 'one', text: TEXT }, headers: { 'copydesk-tenant': tenant, ...headers } });
  const drop = async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await sleep(200);
  };

  it('have a bound for each tenant and for all, and are forgotten with their connection', async () => {
    for (let count = 0; count < 3; count++) await begin('first', `content-length: ${BYTES}`);
    // Of a body without a length, the longest is expected.
    await begin('first', 'transfer-encoding: chunked');
    await sleep(200);
    const busy = await submit('first');
    expect([busy.status, busy.json.code, busy.headers.get('retry-after')]).toEqual([503, 'busy', '1']);
    expect((await submit('second')).status).toBe(202);
    for (let count = 0; count < 4; count++) await begin('second', `content-length: ${BYTES}`);
    await sleep(200);
    expect((await submit('third')).json.code).toBe('busy');
    await drop();
    for (const tenant of ['first', 'second', 'third']) expect((await submit(tenant)).status).toBeLessThan(300);
  });

  it('are not read when they are too large', async () => {
    const socket = await begin('first', `content-length: ${BYTES + 1}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /u);
    await drop();
  });

  it('are not read when the limit of the tenant is spent, but answered ones are found', async () => {
    const headers = { 'copydesk-tenant': 'spent' };
    await api.call('/v1/tenant', { method: 'PUT', body: { ratePerSecond: 0.001, burst: 1 }, headers });
    await sleep(3100);
    const first = await submit('spent', { 'idempotency-key': 'spent-1' });
    expect(first.status).toBe(202);
    expect((await submit('spent')).json.code).toBe('rate_limited');
    const socket = await begin('spent', 'content-length: 50');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 429 [\s\S]*ratelimit: "articles";r=0;t=\d+\r\n[\s\S]*"code":"rate_limited"/u);
    await drop();
    expect((await submit('spent', { 'idempotency-key': 'spent-1' })).text).toBe(first.text);
  });
});
