import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayDeadDeliveries } from '../../../src/service/delivery/replay-dead-deliveries.ts';
import { replayDelivery } from '../../../src/service/delivery/replay-delivery.ts';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import { expectFold } from '../open-test-desk.ts';
import { availableModes } from '../test-place.ts';
import { type Decided, decideArticle } from './decide-article.ts';
import { type DeliveryPlace, openDeliveryPlace } from './open-delivery-place.ts';
import { startReceiver } from './start-receiver.ts';

describe.each(availableModes())('replaying deliveries in the mode %s', (mode) => {
  let at: DeliveryPlace;
  beforeAll(async () => {
    at = await openDeliveryPlace(mode);
  }, 200_000);
  afterAll(() => at.close(), 200_000);

  const untilState = (id: string, state: string) =>
    expect.poll(async () => (await at.stateOf(id)).state, { timeout: 20_000, interval: 20 }).toBe(state);

  it('sends a dead one again under its id, with new attempts', async () => {
    const receiver = await startReceiver((response, _, index) => response.writeHead(index === 0 ? 410 : 200).end());
    await at.setWebhook(receiver.url);
    const { key, delivery } = await decideArticle(at.pool, at.log, 'r-1');
    expect(await replayDelivery(at.pool, at.log, { tenant: 'default', id: delivery })).toBe('under_way');
    const deliver = at.deliver();
    await untilState(delivery, 'dead');
    expect(await at.stateOf(delivery)).toMatchObject({ attempts: 1, last_code: 'gone', last_status: 410 });
    await expectFold(at.pool, key);
    expect(await replayDelivery(at.pool, at.log, { tenant: 'another', id: delivery })).toBe('unknown');
    expect(await replayDelivery(at.pool, at.log, { tenant: 'default', id: 'msg_none' })).toBe('unknown');
    expect(await replayDelivery(at.pool, at.log, { tenant: 'default', id: delivery })).toBe('replayed');
    await untilState(delivery, 'delivered');
    await deliver.stop();
    expect(receiver.ids()).toEqual([delivery, delivery]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect(await at.stateOf(delivery)).toMatchObject({ attempts: 1, last_code: null });
    await expectFold(at.pool, key);
    await receiver.close();
  });

  it('sends one that was to be fetched, once there is a webhook', async () => {
    await at.setWebhook(null, 'puller');
    const { key, delivery } = await decideArticle(at.pool, at.log, 'r-2', { tenant: 'puller' });
    expect(await replayDelivery(at.pool, at.log, { tenant: 'puller', id: delivery })).toBe('no_webhook');
    const receiver = await startReceiver();
    await at.setWebhook(receiver.url, 'puller');
    expect(await replayDelivery(at.pool, at.log, { tenant: 'puller', id: delivery })).toBe('replayed');
    const deliver = at.deliver();
    await untilState(delivery, 'delivered');
    await deliver.stop();
    await expectFold(at.pool, key);
    await receiver.close();
  });

  it('sends no decision whose place another has taken', async () => {
    await at.setWebhook(null, 'stale');
    const { key, delivery } = await decideArticle(at.pool, at.log, 'r-3', { tenant: 'stale' });
    await acceptArticle(at.pool, at.log, { id: 'r-3', text: 'Another text.', source: 'gazette' }, 'stale');
    await at.setWebhook('http://127.0.0.1:9/', 'stale');
    expect(await replayDelivery(at.pool, at.log, { tenant: 'stale', id: delivery })).toBe('stale');
    await expectFold(at.pool, key);
  });

  it('sends all dead ones of a tenant or of a source, and counts those it cannot', async () => {
    await at.setWebhook('http://127.0.0.1:9/', 'dead');
    const bury = async (id: string, source: string): Promise<Decided> => {
      const decided = await decideArticle(at.pool, at.log, id, { tenant: 'dead', source });
      return decided;
    };
    const decided = [await bury('x-1', 'one'), await bury('x-2', 'two'), await bury('x-3', 'two')];
    const deliver = at.deliver({ wait: () => 0.02 });
    await at.pool.query(`UPDATE copydesk.deliveries SET give_up_at = now() WHERE tenant = 'dead'`);
    for (const { delivery } of decided) await untilState(delivery, 'dead');
    await deliver.stop();
    await acceptArticle(at.pool, at.log, { id: 'x-3', text: 'Another text.', source: 'two' }, 'dead');
    expect(await replayDeadDeliveries(at.pool, at.log, { tenant: 'dead', source: 'two' })).toEqual({ replayed: 1, refused: 1 });
    expect(await replayDeadDeliveries(at.pool, at.log, { tenant: 'dead' })).toEqual({ replayed: 1, refused: 1 });
    expect(await replayDeadDeliveries(at.pool, at.log, { tenant: 'nobody' })).toEqual({ replayed: 0, refused: 0 });
    for (const { key } of decided) await expectFold(at.pool, key);
  });
});
