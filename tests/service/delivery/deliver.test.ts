import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { type Decided, decideArticle } from './decide-article.ts';
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
    expect.poll(async () => (await at.stateOf(id)).state, { timeout: 60_000, interval: 20 }).toBe(state);
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
        decision: null,
        reason: null,
        isAmended: false,
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

  it('is dead when its time is up, with the reason', async () => {
    const { key, delivery } = await decideArticle(at.pool, at.log, 'e-1');
    // While it is tried for the first time, its end comes near.
    const nearEnd = () =>
      at.pool.query(`UPDATE copydesk.deliveries SET give_up_at = now() + interval '3 seconds' WHERE id = $1`, [delivery]);
    await receive((response, _, index) => {
      void (index === 0 ? nearEnd() : Promise.resolve()).finally(() => response.writeHead(404).end());
    });
    const deliver = at.deliver({ wait: () => 3600 });
    await untilState(delivery, 'dead');
    await deliver.stop();
    // The second attempt is the one at the last moment, long before its hour.
    expect(await at.stateOf(delivery)).toMatchObject({ attempts: 2, last_code: 'status_404', last_status: 404 });
    const dead = (await readEvents(at.pool, key)).at(-1);
    expect(dead).toEqual({ name: 'delivery.dead_lettered', data: { delivery, attempts: 2, code: 'status_404' } });
    await expectFold(at.pool, key);
  });

  it('sends a decision that is held back when its time has come, and not before', async () => {
    const { received } = await receive();
    const { key, delivery } = await decideArticle(at.pool, at.log, 'f-1', { heldSeconds: 2 });
    expect((await readArticle(at.pool, key))?.state.delivery).toBe('held');
    const before = Date.now();
    const deliver = at.deliver();
    await untilState(delivery, 'delivered');
    await deliver.stop();
    expect((received[0]?.at ?? 0) - before).toBeGreaterThan(1000);
    await expectFold(at.pool, key);
  });

  it('drops what became of an attempt whose decision was withdrawn meanwhile', async () => {
    let answer: (() => void) | undefined;
    const { received } = await receive((response) => {
      answer = () => response.writeHead(200).end();
    });
    const { key, delivery } = await decideArticle(at.pool, at.log, 'g-1');
    const deliver = at.deliver();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    await acceptArticle(at.pool, at.log, { id: 'g-1', text: 'A correction.', source: 'gazette' });
    answer?.();
    await deliver.stop();
    expect(await at.stateOf(delivery)).toMatchObject({ state: 'cancelled', lease: null });
    expect(await names(key)).toEqual(['delivery.attempted']);
    expect((await readArticle(at.pool, key))?.state.delivery).toBe('cancelled');
    await expectFold(at.pool, key);
  });

  it('drops what a sender says that has lost its lease', async () => {
    let answerFirst: (() => void) | undefined;
    const { ids } = await receive((response) => {
      if (answerFirst) return void response.writeHead(200).end();
      answerFirst = () => response.writeHead(500).end();
    });
    const { key, delivery } = await decideArticle(at.pool, at.log, 'i-1');
    const slow = at.deliver();
    await expect.poll(() => ids().length, { timeout: 20_000 }).toBe(1);
    await at.pool.query(`UPDATE copydesk.deliveries SET due_at = now(), lease_until = now() WHERE id = $1`, [delivery]);
    const quick = at.deliver();
    await untilState(delivery, 'delivered');
    answerFirst?.();
    await Promise.all([slow.stop(), quick.stop()]);
    expect(ids()).toEqual([delivery, delivery]);
    expect(await at.stateOf(delivery)).toMatchObject({ state: 'delivered', attempts: 2, last_status: 200 });
    expect(await names(key)).toEqual(['delivery.attempted', 'delivery.attempted', 'delivery.succeeded']);
    await expectFold(at.pool, key);
  });

  it('hangs up when it is stopped, and the next one sends it at once', async () => {
    const { received } = await receive((response, _, index) => {
      if (index > 0) response.writeHead(200).end();
    });
    const { key, delivery } = await decideArticle(at.pool, at.log, 'j-1');
    const first = at.deliver();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
    const from = performance.now();
    await first.stop();
    expect(performance.now() - from).toBeLessThan(8000);
    expect(await at.stateOf(delivery)).toMatchObject({ state: 'retrying', last_code: 'stopped', lease: null });
    const second = at.deliver();
    await untilState(delivery, 'delivered');
    await second.stop();
    await expectFold(at.pool, key);
  }, 30_000);

  it('mends what a wrong clock wrote, and takes a time long past for due', async () => {
    await receive();
    const ahead = await decideArticle(at.pool, at.log, 'k-1');
    const behind = await decideArticle(at.pool, at.log, 'k-2');
    const shift = `UPDATE copydesk.deliveries SET created_at = created_at + $2::interval, due_at = due_at + $2::interval,
      give_up_at = give_up_at + $2::interval WHERE id = $1`;
    await at.pool.query(shift, [ahead.delivery, '400 days']);
    await at.pool.query(shift, [behind.delivery, '-400 days']);
    const deliver = at.deliver();
    for (const { delivery, key } of [ahead, behind]) {
      await untilState(delivery, 'delivered');
      await expectFold(at.pool, key);
    }
    await deliver.stop();
  });

  it('waits a day for a webhook that was taken away, then it is dead', async () => {
    await receive();
    const { key, delivery } = await decideArticle(at.pool, at.log, 'l-1');
    await at.setWebhook(null);
    const first = at.deliver();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await first.stop();
    expect(await at.stateOf(delivery)).toMatchObject({ state: 'pending', attempts: 0 });
    await at.pool.query('UPDATE copydesk.deliveries SET give_up_at = now() WHERE id = $1', [delivery]);
    const second = at.deliver();
    await untilState(delivery, 'dead');
    await second.stop();
    expect(await at.stateOf(delivery)).toMatchObject({ last_code: 'no_webhook' });
    await expectFold(at.pool, key);
  });

  it('holds up nobody for a tenant whose endpoint hangs, nor sends one more than its share', async () => {
    const { received } = await receive();
    const hanging = await startReceiver(() => undefined);
    await at.setWebhook(hanging.url, 'hanging');
    const stuck: string[] = [];
    for (let index = 0; index < 30; index++) {
      stuck.push((await decideArticle(at.pool, at.log, `n-${index}`, { tenant: 'hanging' })).delivery);
    }
    const others: string[] = [];
    for (let index = 0; index < 10; index++) others.push((await decideArticle(at.pool, at.log, `o-${index}`)).delivery);
    const deliver = at.deliver({ concurrency: 8, timeoutSeconds: 2, wait: () => 3600 });
    for (const delivery of others) await untilState(delivery, 'delivered');
    expect(hanging.received.length).toBeLessThanOrEqual(2);
    expect(received).toHaveLength(10);
    // It gets one attempt at a time, and after three failures a rest between them, longer each time.
    await expect.poll(() => hanging.received.length, { timeout: 40_000 }).toBeGreaterThanOrEqual(5);
    await deliver.stop();
    const times = hanging.received.map(({ at: time }) => time);
    // Four attempts of 2 s, with rests of 2 and of 4 s: 14 s, less what the first may have been late in coming.
    expect((times[4] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(12_000);
    await hanging.close();
    expect(stuck).toHaveLength(30);
  }, 90_000);

  it('sends 300 decisions once each with two senders at work', async () => {
    const { ids } = await receive();
    const decided: Decided[] = [];
    for (let index = 0; index < 300; index++) decided.push(await decideArticle(at.pool, at.log, `q-${index}`));
    // An attempt that ran out of time would rightly be made again, and here the endpoint shares a processor with both senders.
    const settings = { concurrency: 64, timeoutSeconds: 60 };
    const senders = [at.deliver(settings), at.deliver(settings)];
    for (const { delivery } of decided) await untilState(delivery, 'delivered');
    await Promise.all(senders.map((sender) => sender.stop()));
    expect([...ids()].sort()).toEqual(decided.map(({ delivery }) => delivery).sort());
    for (const { key } of decided) await expectFold(at.pool, key);
  }, 240_000);
});
