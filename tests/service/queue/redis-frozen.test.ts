import process from 'node:process';
import { describe, expect, inject, it } from 'vitest';
import { openTestDesk } from '../open-test-desk.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { createPlace } from '../test-place.ts';

const program = findRedis();

describe.runIf(program !== undefined && inject('servers') !== null)('a Redis that has frozen', () => {
  it('does not hold the intake up, and gets its jobs when it is back', async () => {
    const redis = await startRedis(program ?? '');
    const place = await createPlace('postgres');
    const frozen = { ...place, env: { ...place.env, REDIS_URL: redis.url } };
    const desk = await openTestDesk(frozen, ['relay']);
    await desk.accept({ id: 'before', text: 'The council met.' });
    process.kill(redis.pid, 'SIGSTOP');
    const times: number[] = [];
    for (let index = 0; index < 5; index++) {
      const from = performance.now();
      await desk.accept({ id: `meanwhile-${index}`, text: 'The council met.' });
      times.push(performance.now() - from);
    }
    process.kill(redis.pid, 'SIGCONT');
    expect(Math.max(...times)).toBeLessThan(1500);
    const queued = async () =>
      Number(
        (await desk.pool.query<{ n: string }>(`SELECT count(*) AS n FROM copydesk.outbox WHERE told_at IS NOT NULL`)).rows[0]?.n,
      );
    await expect.poll(queued, { timeout: 30_000 }).toBe(6);
    await desk.close();
    await redis.stop();
    await place.remove();
  }, 120_000);
});
