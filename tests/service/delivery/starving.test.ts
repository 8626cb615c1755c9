import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { availableModes } from '../test-place.ts';
import { type Decided, decideArticle } from './decide-article.ts';
import { type DeliveryPlace, openDeliveryPlace } from './open-delivery-place.ts';
import { type Receiver, startReceiver } from './start-receiver.ts';

const SLOTS = 64;
const TENANTS = 64;
const BACKLOG = 64;
/** Long beside what a busy machine takes, so that only waiting for a hanging endpoint comes near to it. */
const TIMEOUT_SECONDS = 12;

/** Gives the backlog of the first tenant to all: to decide each of 4096 articles takes longer than all else here. */
async function shareBacklog(pool: SqlPool): Promise<void> {
  const share = (table: string, ...more: readonly string[]) => {
    const changed = ["'tenant', 'hanging-' || n", "'article_id', one.article_id || '-' || n", ...more];
    return pool.query(
      `INSERT INTO copydesk.${table} OVERRIDING SYSTEM VALUE
       SELECT copy.* FROM copydesk.${table} AS one, generate_series(1, ${TENANTS - 1}) AS n,
              jsonb_populate_record(one, jsonb_build_object(${changed.join()})) AS copy
        WHERE one.tenant = 'hanging-0' ORDER BY n`,
    );
  };
  const seqOf = (table: string) => `'seq', nextval(pg_get_serial_sequence('copydesk.${table}', 'seq'))`;
  await share('articles', seqOf('articles'));
  await share('events', seqOf('events'));
  await share('results');
  await share('deliveries', seqOf('deliveries'), "'id', one.id || '-' || n");
}

async function countWaiting(pool: SqlPool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("SELECT count(*)::int AS n FROM copydesk.deliveries WHERE state = 'pending'");
  return rows[0]?.n ?? 0;
}

describe.each(availableModes())('as many endpoints that hang as there are slots, in the mode %s', (mode) => {
  let at: DeliveryPlace;
  let hanging: Receiver;
  let healthy: Receiver;
  beforeAll(async () => {
    at = await openDeliveryPlace(mode);
    hanging = await startReceiver(() => undefined);
    healthy = await startReceiver();
    for (let tenant = 0; tenant < TENANTS; tenant++) await at.setWebhook(hanging.url, `hanging-${tenant}`);
    for (let index = 0; index < BACKLOG; index++) await decideArticle(at.pool, at.log, `h-${index}`, { tenant: 'hanging-0' });
    await shareBacklog(at.pool);
    expect(await countWaiting(at.pool)).toBe(TENANTS * BACKLOG);
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
