import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../../../src/service/store/read-events.ts';
import { expectFold } from '../open-test-desk.ts';
import { availableModes } from '../test-place.ts';
import { decideArticle } from './decide-article.ts';
import { type DeliveryPlace, OLD_SECRET, openDeliveryPlace, SECRET } from './open-delivery-place.ts';
import { type Answer, type Receiver, startReceiver } from './start-receiver.ts';

describe.each(availableModes())('deliveries in the mode %s', (mode) => {
  let at: DeliveryPlace;
  let receiver: Receiver | undefined;

  beforeAll(async () => {
    at = await openDeliveryPlace(mode);
  }, 200_000);
  afterEach(() => receiver?.close());
  afterAll(() => at.close(), 200_000);

  async function receive(answer?: Answer, tenant?: string): Promise<Receiver> {
    receiver = await startReceiver(answer);
    await at.setWebhook(`${receiver.url}/hook?to=desk`, tenant);
    return receiver;
  }
  const untilState = (id: string, state: string) =>
    expect.poll(async () => (await at.stateOf(id)).state, { timeout: 20_000, interval: 20 }).toBe(state);
  const names = async (key: Parameters<typeof readEvents>[1]) =>
    (await readEvents(at.pool, key)).map(({ name }) => name).filter((name) => name.startsWith('delivery.'));

  it('sends a decision, signed, and records that it came', async () => {
    const { received } = await receive();
    const result = '{"id":"a-1","score":1.50,"text":"Ferry “pilots” — Ω\\ud83d"}';
    const { key, delivery } = await decideArticle(at.pool, at.log, 'a-1', { json: result });
    const deliver = at.deliver();
    await untilState(delivery, 'delivered');
    await deliver.stop();
    expect(received).toHaveLength(1);
    const [one] = received;
    expect(one?.path).toBe('/hook?to=desk');
    expect(one?.headers).toMatchObject({ 'webhook-id': delivery, 'content-type': 'application/json' });
    const body = new Webhook(SECRET).verify(one?.body ?? '', { ...one?.headers } as Record<string, string>);
    expect(body).toEqual({
      type: 'article.accepted',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      data: {
        id: key.articleId,
        externalId: 'a-1',
        source: 'gazette',
        revision: 1,
        run: 1,
        status: 'accepted',
        outcome: 'publish',
        score: 97.25,
        reasons: [],
        result: JSON.parse(result),
      },
    });
    expect(one?.body).toContain(`"result":${result}`);
    expect(await names(key)).toEqual(['delivery.attempted', 'delivery.succeeded']);
    await expectFold(at.pool, key);
  });

  it('tells of a flagged and of a dead article why', async () => {
    const { received } = await receive();
    const flagged = await decideArticle(at.pool, at.log, 'b-1', { type: 'article.flagged' });
    const dead = await decideArticle(at.pool, at.log, 'b-2', { type: 'article.dead' });
    const deliver = at.deliver();
    await untilState(flagged.delivery, 'delivered');
    await untilState(dead.delivery, 'delivered');
    await deliver.stop();
    const bodyOf = (id: string) => JSON.parse(received.find(({ headers }) => headers['webhook-id'] === id)?.body ?? '{}').data;
    expect(bodyOf(flagged.delivery)).toMatchObject({
      status: 'flagged',
      outcome: 'review',
      score: 55.5,
      reasons: ['low_score', 'spam_insert'],
    });
    expect(bodyOf(dead.delivery)).toMatchObject({
      status: 'dead',
      outcome: null,
      score: null,
      reasons: ['deadline'],
      result: null,
    });
  });

  it('signs with both secrets, each enough by itself', async () => {
    const { received, url } = await receive();
    await at.setWebhook(url, 'default', [SECRET, OLD_SECRET]);
    const { delivery } = await decideArticle(at.pool, at.log, 'c-1');
    const deliver = at.deliver();
    await untilState(delivery, 'delivered');
    await deliver.stop();
    const headers = { ...received[0]?.headers } as Record<string, string>;
    for (const secret of [SECRET, OLD_SECRET])
      expect(() => new Webhook(secret).verify(received[0]?.body ?? '', headers)).not.toThrow();
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(24, 9).toString('base64')}`).verify(received[0]?.body ?? '', headers),
    ).toThrow();
  });

  it('sends the same bytes under the same id until they are taken', async () => {
    const { received, ids } = await receive((response, _, index) => response.writeHead(index < 3 ? 500 : 200).end('{"ok":true}'));
    const { key, delivery } = await decideArticle(at.pool, at.log, 'd-1');
    const deliver = at.deliver();
    await untilState(delivery, 'delivered');
    await deliver.stop();
    expect(ids()).toEqual([delivery, delivery, delivery, delivery]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    const failed = ['delivery.attempted', 'delivery.failed'];
    expect(await names(key)).toEqual([...failed, ...failed, ...failed, 'delivery.attempted', 'delivery.succeeded']);
    expect(await at.stateOf(delivery)).toMatchObject({ attempts: 4, last_status: 200, last_code: null, lease: null });
    await expectFold(at.pool, key);
  });
});
