import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { openTestDesk } from '../open-test-desk.ts';
import { availableModes, createPlace } from '../test-place.ts';
import { OPERATOR_KEY, openTestApi, send } from './open-test-api.ts';

const AUTHORIZED = `host: desk\r\nauthorization: Bearer ${OPERATOR_KEY}\r\n`;
const GRACE_MS = 10_000;

/** What a client may leave behind on its connection, and never go on with. */
const LEFT: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['half a header', 'POST /v1/articles HTTP/1.1\r\nhost: de'],
  [
    'half a body',
    `POST /v1/articles HTTP/1.1\r\n${AUTHORIZED}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"id":`,
  ],
  ['answers that it does not read', `GET /openapi.json HTTP/1.1\r\nhost: desk\r\n\r\n`.repeat(100)],
];

async function leave(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  if (bytes !== '') socket.write(bytes);
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.resume();
  await once(socket, 'close');
  return text;
}

describe.each(availableModes())('a desk that is asked to stop, in the mode %s', (mode) => {
  it(`does not wait for clients that leave ${LEFT.map(([what]) => what).join(', ')}`, async () => {
    const { desk, place } = await openTestApi(mode);
    const sockets = await Promise.all(LEFT.map(([, bytes]) => leave(desk.url ?? '', bytes)));
    await sleep(300);
    const startedAt = performance.now();
    await desk.close();
    expect(performance.now() - startedAt).toBeLessThan(GRACE_MS + 3000);
    for (const socket of sockets) socket.destroy();
    await place.remove();
  });

  it('takes no more work in any role from then on', async () => {
    const { desk, place } = await openTestApi(mode);
    const socket = await leave(desk.url ?? '', LEFT[2]?.[1] ?? '');
    await sleep(300);
    const closing = desk.close();
    await sleep(1000);
    const { article } = await desk.accept({ id: 'late', text: 'The harbour council of Merrow met at noon.' });
    await sleep(2000);
    expect((await readArticle(desk.pool, article.key))?.state.processing).toBe('received');
    await closing;
    socket.destroy();
    await place.remove();
  });
});

describe.each(availableModes().filter((mode) => mode !== 'embedded'))('an API that is asked to stop, in the mode %s', (mode) => {
  it('answers at once what only waits for a result, and refuses what comes on a connection that is open', async () => {
    const created = await createPlace(mode);
    const place = { ...created, env: { ...created.env, COPYDESK_OPERATOR_KEY: OPERATOR_KEY } };
    const desk = await openTestDesk(place, ['api']);
    const url = desk.url ?? '';
    const waiting = send(url, '/v1/articles', { body: { id: 'waits', text: 'A story.' }, headers: { prefer: 'wait=30' } });
    const socket = await leave(
      url,
      `POST /v1/articles HTTP/1.1\r\n${AUTHORIZED}content-type: application/json\r\ncontent-length: 2\r\n\r\n{`,
    );
    const late = await leave(url, 'GET /v1/tenant HTTP/1.1\r\n');
    await sleep(1000);
    const startedAt = performance.now();
    const closing = desk.close();
    const refusal = readAll(late);
    late.write(`${AUTHORIZED}\r\n`);
    expect(await refusal).toMatch(/^HTTP\/1\.1 503 [\s\S]*\r\nretry-after: 5\r\n[\s\S]*"code":"closing"/u);
    const { status, json } = await waiting;
    expect([status, json.status]).toEqual([202, 'pending']);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    const reading = readAll(socket);
    // The first request was begun, so it is answered; the second comes too late.
    socket.write(`}GET /v1/tenant HTTP/1.1\r\n${AUTHORIZED}\r\n`);
    const answers = await reading;
    expect(answers).toMatch(/^HTTP\/1\.1 422 [\s\S]*"code":"invalid"/u);
    expect(answers).not.toContain('HTTP/1.1 200');
    await closing;
    expect(performance.now() - startedAt).toBeLessThan(5000);
    await place.remove();
  });
});
