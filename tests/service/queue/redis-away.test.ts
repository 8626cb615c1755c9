import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { untilTrue } from '../private-server.ts';
import { spawnCopydesk } from '../spawn-process.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { createPlace } from '../test-place.ts';

const program = findRedis();
/** Milliseconds in which a process that was asked to stop has to be gone. */
const PATIENCE = 30_000;

describe.runIf(program !== undefined && inject('servers') !== null)('a Redis that went away', () => {
  it.each(['worker', 'relay'])('does not keep the %s from stopping', { timeout: 240_000 }, async (role) => {
    const redis = await startRedis(program ?? '');
    const place = await createPlace('postgres');
    const file = role === 'worker' ? 'moderate' : role;
    const child = spawnCopydesk(`workers/${file}.worker.ts`, [], {
      env: { ...place.env, REDIS_URL: redis.url, COPYDESK_LOG: 'stdout' },
    });
    await untilTrue('the start', () => child.output().includes('service.started'));
    await redis.stop();
    await untilTrue('the outage', () => child.output().includes('service.failed'));
    child.child.kill('SIGTERM');
    const late = sleep(PATIENCE).then(() => 'still there');
    expect(await Promise.race([child.ended, late])).toBe(0);
    child.child.kill('SIGKILL');
    await place.remove();
  });
});
