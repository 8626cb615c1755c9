import { createServer as createSecure } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClaimedDelivery } from '../../../src/service/delivery/claimed-delivery.ts';
import { openSender, type SenderSettings } from '../../../src/service/delivery/open-sender.ts';
import { LOOPBACK, SECRET } from './open-delivery-place.ts';
import { type Answer, portOf, type Receiver, startReceiver } from './start-receiver.ts';
import { NO_PRIVATE_TARGETS } from './target/no-private-targets.ts';
import { untrustedCertificate } from './untrusted-certificate.ts';

function delivery(url: string, secrets: readonly string[] = [SECRET]): ClaimedDelivery {
  const state = {
    ...({
      processing: 'cleaned',
      review: 'none',
      delivery: 'delivering',
      claimant: null,
      fence: 0,
      decision: null,
      superseded: false,
      purged: false,
    } as const),
    ...{ attempt: 1, unended: 0, run: 1, version: 5 },
  };
  const key = { tenant: 'default', articleId: 'art_1', revision: 1 };
  const article = { key, source: '', externalId: 'a', state, inputSha256: '', traceId: '0'.repeat(32), jobId: null, head: '' };
  return {
    id: 'msg_1',
    lease: 'x',
    type: 'article.accepted',
    attempt: 1,
    article,
    webhook: { url, secrets },
    isBehind: false,
    trace: { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) },
    body: '{"a":"Ω"}',
  };
}

async function sendTo(url: string, settings: Partial<SenderSettings> = {}, secrets?: readonly string[]) {
  const sender = openSender({ privateTargets: LOOPBACK, timeoutSeconds: 2, ...settings });
  const result = await sender.send(delivery(url, secrets), new AbortController().signal);
  await sender.close();
  return result;
}

async function receive(answer?: Answer): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  onTestFinished(() => receiver.close());
  return receiver;
}

/** A TCP server that does what it likes. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server)}/`;
}

describe('the trace of an attempt', () => {
  it('is named to the receiver when it is recorded, and not else', async () => {
    const told = await receive();
    await sendTo(told.url, { toTraceparent: ({ traceId, spanId }) => `00-${traceId}-${spanId}-01` });
    await sendTo(told.url);
    const headers = told.received.map((one) => one.headers.traceparent);
    expect(headers).toEqual([`00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`, undefined]);
  });
});

describe('what becomes of one attempt', () => {
  it.each([200, 201, 202, 204, 299])('%i is success', async (status) => {
    const { url } = await receive((response) => response.writeHead(status).end());
    expect(await sendTo(url)).toMatchObject({ kind: 'succeeded', status });
  });

  it.each([
    [301, 'redirect'],
    [302, 'redirect'],
    [307, 'redirect'],
    [304, 'redirect'],
    [400, 'status_400'],
    [404, 'status_404'],
    [410, 'gone'],
    [429, 'status_429'],
    [500, 'status_500'],
    [503, 'status_503'],
  ])('%i is the failure %s, and nothing is followed', async (status, code) => {
    const other = await receive();
    const { url } = await receive((response) => response.writeHead(status, { location: other.url }).end());
    expect(await sendTo(url)).toMatchObject({ kind: 'failed', status, code });
    expect(other.received).toHaveLength(0);
  });

  it('reads how long it should wait', async () => {
    const { url } = await receive((response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await sendTo(url)).toMatchObject({ retryAfterSeconds: 120 });
  });

  it.each([
    ['a day ahead', 86_400_000],
    ['a day behind', -86_400_000],
  ])('reckons a date to come again from the date of the answer, not from a clock that may be wrong: %s', async (_, ms) => {
    const now = Date.now() + ms;
    const headers = { date: new Date(now).toUTCString(), 'retry-after': new Date(now + 120_000).toUTCString() };
    const { url } = await receive((response) => response.writeHead(503, headers).end());
    expect(await sendTo(url)).toMatchObject({ retryAfterSeconds: 120 });
  });

  it.each([
    ['never answers', () => undefined, 'timeout'],
    ['closes the connection', (socket: Socket) => socket.destroy(), 'connection_closed'],
    ['closes it after the request', (socket: Socket) => socket.once('data', () => socket.end()), 'connection_closed'],
    ['answers something else', (socket: Socket) => socket.end('220 mail.example ESMTP\r\n'), 'bad_answer'],
    ['answers drop by drop', (socket: Socket) => socket.write('HTTP/1.1 200'), 'timeout'],
    [
      'sends headers without end',
      (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9000)}`),
      'bad_answer',
    ],
  ])('a server that %s', async (_, act, code) => {
    const result = await sendTo(await listen((socket) => void act(socket)), { timeoutSeconds: 1 });
    expect(result).toMatchObject({ kind: 'failed', code });
    expect(result.seconds).toBeLessThan(3);
  });

  it('does not wait for an answer that goes on for ever, nor read it', async () => {
    let written = 0;
    const url = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const more = () => {
        while (!socket.destroyed && socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`)) written += 0x4000;
      };
      socket.on('drain', more);
      more();
    });
    expect(await sendTo(url, { timeoutSeconds: 10 })).toMatchObject({ kind: 'succeeded', status: 200 });
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  it('a success whose answer hangs is a success', async () => {
    const url = await listen((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n'));
    const result = await sendTo(url, { timeoutSeconds: 10 });
    expect(result).toMatchObject({ kind: 'succeeded' });
    expect(result.seconds).toBeLessThan(5);
  });

  it('names a port where nobody listens, a bad secret and a target that is not allowed', async () => {
    const { url, close } = await startReceiver();
    await close();
    expect(await sendTo(url)).toMatchObject({ code: 'connection_refused' });
    expect(await sendTo(url, {}, ['whsec_short'])).toMatchObject({ code: 'bad_secret' });
    expect(await sendTo(url, { privateTargets: NO_PRIVATE_TARGETS })).toMatchObject({ code: 'private_target' });
    expect(await sendTo('https://no-such-host.invalid/')).toMatchObject({ code: 'unknown_host' });
  });

  it('does not believe a certificate that nobody vouches for', async () => {
    let requests = 0;
    const server = createSecure(untrustedCertificate, () => requests++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    expect(await sendTo(`https://127.0.0.1:${portOf(server)}/`)).toMatchObject({ code: 'tls' });
    const plain = await receive();
    expect(await sendTo(plain.url.replace('http:', 'https:'))).toMatchObject({ code: 'tls' });
    expect(requests).toBe(0);
  });
});

describe('names that lead elsewhere', () => {
  const resolveTo =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it.each([
    [['127.0.0.1']],
    [['93.184.216.34', '10.0.0.1']],
    [['::ffff:169.254.169.254']],
    [['64:ff9b::a00:1', '93.184.216.34']],
  ])('refuses a name that leads to %j, though it is written like any other', async (addresses) => {
    const { url, received } = await receive();
    const named = url.replace('http://127.0.0.1', 'https://desk.example');
    const settings = { privateTargets: NO_PRIVATE_TARGETS, resolve: resolveTo(...addresses) };
    expect(await sendTo(named, settings)).toMatchObject({ kind: 'failed', code: 'private_target' });
    expect(received).toHaveLength(0);
  });
});
