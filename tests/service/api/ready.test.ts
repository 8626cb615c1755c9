import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/service/roles.ts';
import { openTestDesk } from '../open-test-desk.ts';
import { startProxy } from '../start-proxy.ts';
import { availableModes, createPlace } from '../test-place.ts';
import { expectDocumented, send } from './open-test-api.ts';

const OK = { status: 'ok' };

async function ask(url: string | undefined) {
  const answered = await send(url ?? '', '/readyz', { key: '' });
  expectDocumented('/readyz', 'GET', answered);
  return [answered.status, answered.json.status, answered.json.checks];
}

const allOf = (hasRedis: boolean) => ({ store: OK, ...(hasRedis && { redis: OK }), worker: OK, relay: OK, deliver: OK });

describe.each(availableModes())('GET /readyz in the mode %s', (mode) => {
  const hasRedis = mode === 'redis+postgres';

  it('is ok while everything is there', async () => {
    const place = await createPlace(mode);
    const desk = await openTestDesk(place);
    await expect.poll(() => ask(desk.url), { timeout: 10_000 }).toEqual([200, 'ok', allOf(hasRedis)]);
    await desk.close();
    await place.remove();
  });
});

const SHARED = availableModes().filter((mode) => mode !== 'embedded');

describe.each(SHARED)('GET /readyz says what is not there, in the mode %s', (mode) => {
  const hasRedis = mode === 'redis+postgres';

  it.each(ROLES.filter((role) => role !== 'api'))('when the %s is not', async (role) => {
    const place = await createPlace(mode);
    const desk = await openTestDesk(
      place,
      ROLES.filter((one) => one !== role),
    );
    const missing = (detail: string) => [503, 'fail', { ...allOf(hasRedis), [role]: { status: 'fail', detail } }];
    await expect.poll(() => ask(desk.url), { timeout: 10_000 }).toEqual(missing(`no ${role} is known`));
    await desk.pool.query(
      "INSERT INTO copydesk.processes (id, roles, started_at, seen_at) VALUES ('lost/1', $1, now(), now() - interval '95 seconds')",
      [[role]],
    );
    const [status, , checks] = await ask(desk.url);
    expect([status, checks]).toEqual([
      503,
      expect.objectContaining({ [role]: { status: 'fail', detail: expect.stringMatching(/has been seen for 9\d s$/u) } }),
    ]);
    await desk.close();
    await place.remove();
  });

  it('when the store does not answer', async () => {
    const place = await createPlace(mode);
    const address = new URL(place.env.DATABASE_URL ?? '');
    const proxy = await startProxy(Number(address.port));
    address.port = String(proxy.port);
    const desk = await openTestDesk({ ...place, env: { ...place.env, DATABASE_URL: address.href } }, ['api', 'deliver']);
    proxy.set('swallow');
    const unknown = { status: 'fail', detail: 'not known without the store' };
    const [status, , checks] = await ask(desk.url);
    expect([status, checks]).toEqual([
      503,
      {
        ...{ store: { status: 'fail', detail: expect.any(String) }, ...(hasRedis && { redis: OK }) },
        ...{ worker: unknown, relay: unknown, deliver: unknown },
      },
    ]);
    proxy.set('pass');
    await expect.poll(async () => ((await ask(desk.url))[2] as { store: object }).store, { timeout: 30_000 }).toEqual(OK);
    await desk.close();
    await proxy.close();
    await place.remove();
  });
});

describe.each(SHARED.filter((mode) => mode === 'redis+postgres'))('GET /readyz, in the mode %s', (mode) => {
  it('says when the Redis of the queue does not answer', async () => {
    const place = await createPlace(mode);
    const address = new URL(place.env.REDIS_URL ?? '');
    const proxy = await startProxy(Number(address.port));
    address.port = String(proxy.port);
    const env = { ...place.env, REDIS_URL: address.href };
    const desk = await openTestDesk({ ...place, env });
    await expect.poll(() => ask(desk.url), { timeout: 10_000 }).toEqual([200, 'ok', allOf(true)]);
    await proxy.close();
    const redis = { status: 'fail', detail: expect.any(String) };
    await expect.poll(() => ask(desk.url), { timeout: 20_000 }).toEqual([503, 'fail', { ...allOf(true), redis }]);
    await desk.close();
    await place.remove();
  });
});
