import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/service/config.ts';
import { type Receiver, startReceiver } from '../delivery/start-receiver.ts';
import { availableModes } from '../test-place.ts';
import { openTestApi, type TestApi } from './open-test-api.ts';

const TEXT = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';

describe.each(availableModes())('replays in the mode %s', (mode) => {
  let api: TestApi;
  let receiver: Receiver;
  let isDown = false;

  beforeAll(async () => {
    receiver = await startReceiver((response) => response.writeHead(isDown ? 410 : 204).end());
    const { privateTargets } = readConfig({ COPYDESK_WEBHOOK_PRIVATE: '127.0.0.1' });
    api = await openTestApi(mode, { privateTargets });
  }, 200_000);

  afterAll(async () => {
    await api.close();
    await receiver.close();
  });

  const openTenant = async (id: string, change: object) => {
    expect((await api.call('/v1/tenants', { body: { id } })).status).toBe(201);
    const headers = { 'copydesk-tenant': id };
    expect((await api.call('/v1/tenant', { method: 'PUT', body: change, headers })).status).toBe(200);
    return headers;
  };
  const submit = async (id: string, headers: Record<string, string>) =>
    (await api.call('/v1/articles', { body: { id, text: TEXT }, headers: { ...headers, prefer: 'wait=30' } })).json;
  const post = (path: string, headers: Record<string, string>) => api.call(path, { method: 'POST', headers });
  const deliveries = async (headers: Record<string, string>) =>
    (await api.call('/v1/deliveries', { headers })).json.deliveries as { id: string; state: string; run: number }[];

  it('moderate an article anew, and tell it anew', async () => {
    const headers = await openTenant('anew', { webhookUrl: receiver.url });
    const { id, url } = await submit('one', headers);
    await expect
      .poll(async () => (await deliveries(headers)).map(({ state }) => state), { timeout: 30_000 })
      .toEqual(['delivered']);
    const { status, json, headers: told } = await post(`/v1/articles/${id}/replay`, headers);
    expect([status, json]).toEqual([202, expect.objectContaining({ id, revision: 1, status: 'pending', isNew: false })]);
    expect([told.get('location'), told.get('ratelimit-policy')]).toEqual([url, expect.stringMatching(/^"articles";q=/u)]);
    await expect
      .poll(async () => (await api.call(`/v1/articles/${id}`, { headers })).json.status, { timeout: 30_000 })
      .toBe('accepted');
    const { json: state } = await api.call(`/v1/articles/${id}`, { headers });
    expect([state.run, state.result]).toEqual([2, expect.objectContaining({ text: TEXT })]);
    await expect
      .poll(async () => (await deliveries(headers)).map(({ run, state: is }) => [run, is]), { timeout: 30_000 })
      .toEqual([
        [1, 'delivered'],
        [2, 'delivered'],
      ]);
  });

  it('take a key with the scope admin when people have touched the article', async () => {
    const headers = await openTenant('touched', {});
    const { id } = await submit('one', headers);
    const made = await api.call('/v1/keys', { body: { name: 'publisher', scopes: ['submit', 'read'] }, headers });
    const key = String(made.json.key);
    const appeal = await api.call(`/v1/articles/${id}/appeal`, { key, body: { revision: 1, text: 'It is an advert.' } });
    expect(appeal.status, appeal.text).toBe(201);
    const refused = await api.call(`/v1/articles/${id}/replay`, { method: 'POST', key });
    expect([refused.status, refused.json.code]).toEqual([409, 'decided']);
    expect((await post(`/v1/articles/${id}/replay`, headers)).status).toBe(202);
  });

  it('send a decision once more under its id, and every dead one', async () => {
    const headers = await openTenant('again', { webhookUrl: receiver.url });
    isDown = true;
    await submit('one', headers);
    const states = async () => (await deliveries(headers)).map(({ state }) => state);
    await expect.poll(states, { timeout: 30_000 }).toEqual(['dead']);
    isDown = false;
    const dead = await post('/v1/deliveries/replay', headers);
    expect([dead.status, dead.json]).toEqual([202, { replayed: 1, refused: 0 }]);
    await expect.poll(states, { timeout: 30_000 }).toEqual(['delivered']);
    const [{ id } = { id: '' }] = await deliveries(headers);
    const again = await post(`/v1/deliveries/${id}/replay`, headers);
    expect([again.status, again.json]).toEqual([202, { id, outcome: 'replayed' }]);
    await expect.poll(() => receiver.ids().filter((one) => one === id).length, { timeout: 30_000 }).toBe(3);
  });

  it('keep the limits of the tenant', async () => {
    const headers = await openTenant('limited', { ratePerSecond: 0.001, burst: 2 });
    await sleep(3100);
    const { id } = await submit('one', headers);
    expect((await post(`/v1/articles/${id}/replay`, headers)).status).toBe(202);
    const [{ id: delivery } = { id: '' }] = await deliveries(headers);
    for (const path of [`/v1/articles/${id}/replay`, `/v1/deliveries/${delivery}/replay`, '/v1/deliveries/replay']) {
      const { status, json, headers: told } = await post(path, headers);
      expect([path, status, json.code]).toEqual([path, 429, 'rate_limited']);
      expect(Number(told.get('retry-after'))).toBeGreaterThan(0);
    }
  });
});
