import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableModes } from '../test-place.ts';
import { type Decided, decideArticle } from './decide-article.ts';
import { type DeliveryPlace, openDeliveryPlace } from './open-delivery-place.ts';
import { type Receiver, startReceiver } from './start-receiver.ts';

const SLOTS = 64;
const TENANTS = 64;
const BACKLOG = 64;
/** Long beside what a busy machine takes, so that only waiting for a hanging endpoint comes near to it. */
const TIMEOUT_SECONDS = 12;

describe.each(availableModes())('as many endpoints that hang as there are slots, in the mode %s', (mode) => {
  let at: DeliveryPlace;
  let hanging: Receiver;
  let healthy: Receiver;
  beforeAll(async () => {
    at = await openDeliveryPlace(mode);
    hanging = await startReceiver(() => undefined);
    healthy = await startReceiver();
    for (let tenant = 0; tenant < TENANTS; tenant++) {
      await at.setWebhook(hanging.url, `hanging-${tenant}`);
      for (let index = 0; index < BACKLOG; index++) {
        await decideArticle(at.pool, at.log, `h-${index}`, { tenant: `hanging-${tenant}` });
      }
    }
    await at.setWebhook(healthy.url);
  }, 400_000);
  afterAll(async () => {
    await at.close();
    await hanging.close();
    await healthy.close();
  }, 200_000);

  const untilDelivered = async ({ delivery }: Decided, seconds: number) => {
    const from = performance.now();
    await expect
      .poll(async () => (await at.stateOf(delivery)).state, { timeout: seconds * 1000, interval: 20 })
      .toBe('delivered');
    return (performance.now() - from) / 1000;
  };

  it('hold up the others for one attempt at the most, and after it not at all', async () => {
    const deliver = at.deliver({ concurrency: SLOTS, timeoutSeconds: TIMEOUT_SECONDS, wait: () => 0.05 });
    await untilDelivered(await decideArticle(at.pool, at.log, 'first'), 2 * TIMEOUT_SECONDS - 2);
    for (let index = 0; index < 8; index++) {
      await sleep(400);
      await untilDelivered(await decideArticle(at.pool, at.log, `later-${index}`), TIMEOUT_SECONDS / 2);
    }
    await deliver.stop();
  }, 120_000);

  it('hold up the others not at all after a restart', async () => {
    const before = hanging.received.length;
    const deliver = at.deliver({ concurrency: SLOTS, timeoutSeconds: TIMEOUT_SECONDS, wait: () => 0.05 });
    await expect.poll(() => hanging.received.length, { timeout: 40_000 }).toBeGreaterThan(before);
    await untilDelivered(await decideArticle(at.pool, at.log, 'again'), TIMEOUT_SECONDS / 2);
    expect(hanging.received.length - before).toBeLessThanOrEqual(SLOTS / 4);
    await deliver.stop();
  }, 120_000);
});
