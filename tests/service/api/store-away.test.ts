import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../open-test-desk.ts';
import { startProxy } from '../start-proxy.ts';
import { availableModes, createPlace } from '../test-place.ts';
import { OPERATOR_KEY, send } from './open-test-api.ts';

describe.each(availableModes().filter((mode) => mode !== 'embedded'))('a store that goes away, in the mode %s', (mode) => {
  it.each([
    ['with', { 'idempotency-key': 'away-1' }],
    ['without', {}],
  ])('after the commit is no failure of the submission %s a key that waits for its result', async (_, key) => {
    const created = await createPlace(mode);
    const address = new URL(created.env.DATABASE_URL ?? '');
    const proxy = await startProxy(Number(address.port));
    address.port = String(proxy.port);
    const env = { ...created.env, DATABASE_URL: address.href, COPYDESK_OPERATOR_KEY: OPERATOR_KEY };
    const desk = await openTestDesk({ ...created, env }, ['api']);
    const body = { id: 'kept', text: 'The harbour council of Merrow met at noon.' };
    const waiting = send(desk.url ?? '', '/v1/articles', { body, headers: { ...key, prefer: 'wait=8' } });
    const count = async () => (await desk.pool.query('SELECT 1 FROM copydesk.articles')).rows.length;
    await expect.poll(count, { timeout: 10_000 }).toBe(1);
    await sleep(200);
    await proxy.close();
    const { status, json } = await waiting;
    expect([status, json.code, json.externalId, json.status]).toEqual([202, undefined, 'kept', 'pending']);
    await desk.close().catch(() => undefined);
    await created.remove();
  });
});
