import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CopydeskClient, createClient, verifyWebhook } from '../../src/client/client.ts';
import { readConfig } from '../../src/service/config.ts';
import type { Desk } from '../../src/service/open-desk.ts';
import { openTestDesk } from '../service/open-test-desk.ts';
import { createPlace, type TestPlace } from '../service/test-place.ts';
import { listenOnFreePort } from './listen-on-free-port.ts';

const TEXT = 'The council met\n\nThe harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';

let place: TestPlace;
let desk: Desk;
let client: CopydeskClient;

beforeAll(async () => {
  place = await createPlace('embedded');
  desk = await openTestDesk(place, undefined, {
    privateTargets: readConfig({ COPYDESK_WEBHOOK_PRIVATE: '127.0.0.1' }).privateTargets,
  });
  client = createClient({ url: desk.url ?? '', key: desk.firstKey ?? '' });
});
afterAll(async () => {
  await desk.close();
  await place.remove();
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('the client on a desk', () => {
  it('submits, waits, reads, moderates anew and purges', { timeout: 180_000 }, async () => {
    const submitted = await client.submit({ id: 'w1', text: TEXT, source: 'gazette' }, { waitSeconds: 30 });
    expect(submitted).toMatchObject({ revision: 1, status: 'accepted', isNew: true });
    expect('result' in submitted && submitted.result?.verdict.outcome).toBe('publish');
    const { id } = submitted;
    const replayed = await client.replay(id);
    expect(replayed).toMatchObject({ id, isNew: false, status: 'pending' });
    await expect.poll(async () => (await client.get(id)).status, { timeout: 60_000 }).toBe('accepted');
    expect((await client.get(id, { revision: 1 })).run).toBe(2);
    expect(await client.purge(id)).toEqual({ id, purged: [1] });
    expect((await client.get(id)).result).toBeNull();
    await expect(client.replay(id)).rejects.toMatchObject({ code: 'purged', status: 410 });
    await expect(client.get('art_none')).rejects.toMatchObject({ code: 'unknown_article', problem: { status: 404 } });
  });

  it('has the same effect and answer for the same key', async () => {
    const article = { id: 'k1', text: TEXT };
    const [first, again] = [
      await client.submit(article, { idempotencyKey: 'k' }),
      await client.submit(article, { idempotencyKey: 'k' }),
    ];
    expect(again).toEqual(first);
    await expect(client.submit({ ...article, text: 'Other.' }, { idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'idempotency_key_reuse',
    });
  });

  it('gives each article of a batch its own answer, and lists them over pages', async () => {
    const articles = Array.from({ length: 5 }, (_, at) => ({ id: `l${at}`, text: `Number ${at}.`, source: 'list' }));
    const answers = await client.submitBatch([...articles, { id: '', text: 'x' }]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.isNew))).toEqual([
      true,
      true,
      true,
      true,
      true,
      'invalid',
    ]);
    const listed = await collect(client.list({ source: 'list', limit: 2 }));
    expect(listed.map(({ externalId }) => externalId).sort()).toEqual(['l0', 'l1', 'l2', 'l3', 'l4']);
  });

  it('checks without storing anything', async () => {
    const before = (await collect(client.list())).length;
    expect((await client.check({ id: 'c1', text: TEXT })).verdict.outcome).toBe('publish');
    expect(await collect(client.list())).toHaveLength(before);
  });

  it('reads decisions from behind the last place on, over pages', { timeout: 180_000 }, async () => {
    await expect.poll(async () => (await collect(client.list({ status: 'pending' }))).length, { timeout: 120_000 }).toBe(0);
    const all = await collect(client.deliveries({ limit: 2 }));
    expect(all.length).toBeGreaterThan(5);
    const third = all[2];
    expect((await collect(client.deliveries({ after: third?.place ?? '' }))).map(({ id }) => id)).toEqual(
      all.slice(3).map(({ id }) => id),
    );
    expect(all.find(({ externalId }) => externalId === 'l1')?.body?.data.outcome).toBe('publish');
  });

  it('verifies the webhook that the desk sends', { timeout: 180_000 }, async () => {
    const received: { readonly body: Buffer; readonly headers: IncomingHttpHeaders }[] = [];
    const server = createServer((request, response) => {
      void buffer(request).then((body) => {
        received.push({ body, headers: request.headers });
        response.end();
      });
    });
    const { url, close } = await listenOnFreePort(server);
    const { webhookSecret = '' } = await client.call('changeTenant', { body: { webhookUrl: `${url}/hook` } });
    const { id } = await client.submit({ id: 'hooked', text: TEXT });
    await expect.poll(() => received.length, { timeout: 60_000 }).toBeGreaterThan(0);
    const [message] = received;
    if (!message) throw new Error('no message');
    const { decision } = await verifyWebhook(message, { secrets: [webhookSecret] });
    expect(decision).toMatchObject({ type: 'article.accepted', data: { id, externalId: 'hooked', outcome: 'publish' } });
    await expect(verifyWebhook({ ...message, body: `${message.body} ` }, { secrets: [webhookSecret] })).rejects.toMatchObject({
      code: 'bad_signature',
    });
    await close();
  });
});
