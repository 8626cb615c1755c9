import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Mode } from '../../../src/service/config.ts';
import { expectFold } from '../open-test-desk.ts';
import { untilTrue } from '../private-server.ts';
import { type CopydeskProcess, spawnCopydesk } from '../spawn-process.ts';
import { availableModes } from '../test-place.ts';
import { decideArticle } from './decide-article.ts';
import { openDeliveryPlace } from './open-delivery-place.ts';
import { startReceiver } from './start-receiver.ts';

/** An attempt may take five seconds here, so a lease lasts fifteen. */
const LEASE_MS = 15_000;
/** Milliseconds in which a sender that is up sees that a lease has run out. */
const PATIENCE = 14_000;
const SETTINGS = { COPYDESK_WEBHOOK_PRIVATE: '127.0.0.0/8', COPYDESK_WEBHOOK_SECONDS: '5' };

function start(mode: Mode, env: Readonly<Record<string, string>>): CopydeskProcess {
  const place = { env: { ...env, ...SETTINGS } };
  if (mode !== 'embedded') return spawnCopydesk('workers/deliver.worker.ts', [], place);
  return spawnCopydesk('src/cli/main.ts', ['serve', '--role', 'worker,relay,deliver'], place);
}

describe('kill -9 in the middle of a request', () => {
  it.each(availableModes())(
    'in the mode %s: it is sent again, the same bytes under the same id, and counted once',
    async (mode) => {
      const receiver = await startReceiver((response, _, index) => {
        if (index > 0) response.writeHead(200).end();
      });
      onTestFinished(() => receiver.close());
      const first = await openDeliveryPlace(mode);
      await first.setWebhook(receiver.url);
      const { key, delivery } = await decideArticle(first.pool, first.log, 'killed');
      await first.leave();
      const killed = start(mode, first.place.env);
      await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 10 }).toBe(1);
      killed.child.kill('SIGKILL');
      expect(await killed.ended).toBe('SIGKILL');
      const next = start(mode, first.place.env);
      await untilTrue('the next sender', () => readFileSync(first.place.logFile, 'utf8').split('"service.started"').length > 2);
      const startedAt = Date.now();
      await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 50 }).toBe(2);
      const answered = receiver.received[1]?.at ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 500));
      next.child.kill('SIGTERM');
      expect(await next.ended, next.output()).toBe(0);
      const after = await openDeliveryPlace(mode, first.place);
      expect(receiver.ids()).toEqual([delivery, delivery]);
      expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
      expect(answered - Math.max(startedAt, (receiver.received[0]?.at ?? 0) + LEASE_MS)).toBeLessThan(PATIENCE);
      expect(await after.stateOf(delivery)).toMatchObject({ state: 'delivered', attempts: 2 });
      await expectFold(after.pool, key);
      await after.close();
    },
    240_000,
  );
});
