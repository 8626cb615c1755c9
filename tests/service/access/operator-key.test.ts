import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertKey } from '../../../src/service/access/insert-key.ts';
import { send } from '../api/open-test-api.ts';
import { openTestDesk } from '../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

const preset = (digit: string) => `ck_preset_${digit.repeat(48)}`;
/** A shared desk says at later starts that its first admin was invited; an embedded one shows a new link. */
const INVITED = /^Nobody has joined the desk yet\..*copydesk people invite admin$/u;
const NO_KEY = /no operator's key .*: copydesk keys create NAME --operator/iu;

describe.each(availableModes())("the operator's key in the mode %s", (mode) => {
  const isEmbedded = mode === 'embedded';
  const invited = isEmbedded ? [] : [expect.stringMatching(INVITED)];
  let place: TestPlace;
  beforeEach(async () => {
    place = await createPlace(mode, 'nothing');
  });
  afterEach(() => place.remove());

  const open = (env: Record<string, string> = {}) => openTestDesk({ ...place, env: { ...place.env, ...env } });
  const ask = async (url: string | undefined, key: string) => (await send(url ?? '', '/v1/keys?operators=true', { key })).status;

  it('is not made, and so not lost, when the address cannot be had', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    await expect(open({ COPYDESK_PORT: port })).rejects.toThrow('EADDRINUSE');
    other.close();
    const desk = await open();
    expect(desk.firstKey !== undefined).toBe(isEmbedded);
    if (desk.firstKey !== undefined) expect(await ask(desk.url, desk.firstKey)).toBe(200);
    await desk.close();
  });

  it('is made although a tenant has a key, once, and shared desks are told how to make one', async () => {
    const api = await open(isEmbedded ? { COPYDESK_OPERATOR_KEY: preset('a') } : {});
    await api.pool.query('DELETE FROM copydesk.api_keys');
    await insertKey(api.pool, { tenant: 'default', name: 'gazette', scopes: ['submit'], expiresAt: null }, new Date());
    await api.close();
    const desk = await open();
    expect(desk.firstKey !== undefined).toBe(isEmbedded);
    expect(desk.warnings).toEqual(isEmbedded ? [] : [expect.stringMatching(NO_KEY), ...invited]);
    await desk.close();
    const again = await open();
    expect(again.firstKey).toBeUndefined();
    expect(again.warnings).toEqual(isEmbedded ? [] : [expect.stringMatching(NO_KEY), ...invited]);
    // A person has ended it: nobody makes another one by a restart.
    await again.pool.query('UPDATE copydesk.api_keys SET revoked_at = now() WHERE tenant IS NULL');
    await again.close();
    const ended = await open();
    expect(ended.firstKey).toBeUndefined();
    expect(ended.warnings).toEqual([expect.stringMatching(NO_KEY), ...invited]);
    await ended.close();
  });

  it('that the settings preset stays revoked until they hold another secret', async () => {
    const first = await open({ COPYDESK_OPERATOR_KEY: preset('a') });
    expect([await ask(first.url, preset('a')), first.warnings, first.firstKey]).toEqual([200, [], undefined]);
    await send(first.url ?? '', '/v1/keys/preset?operators=true', { method: 'DELETE', key: preset('a') });
    await first.close();
    const second = await open({ COPYDESK_OPERATOR_KEY: preset('a') });
    expect(await ask(second.url, preset('a'))).toBe(401);
    expect(second.warnings).toEqual([
      expect.stringMatching(/COPYDESK_OPERATOR_KEY.*revoked/u),
      expect.stringMatching(NO_KEY),
      ...invited,
    ]);
    await second.close();
    const third = await open({ COPYDESK_OPERATOR_KEY: preset('b') });
    expect([await ask(third.url, preset('b')), third.warnings]).toEqual([200, invited]);
    await third.close();
  });
});
