import process from 'node:process';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { Cleanup } from '../../faults/cleanup.ts';
import { RedisServer } from '../../faults/servers/redis-server.ts';
import { openTestDesk } from '../open-test-desk.ts';
import { findRedis } from '../start-redis.ts';
import { createPlace } from '../test-place.ts';

const program = findRedis();
const OPERATOR_KEY = `ck_operator_${'5e'.repeat(32)}`;

async function submit(url: string, id: string) {
  const from = performance.now();
  const response = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, source: 'harbour', text: `The council met in the harbour for the sake of ${id}.` }),
  });
  await response.text();
  return { status: response.status, ms: performance.now() - from };
}

async function readReady(url: string) {
  const response = await fetch(`${url}/readyz`);
  const { checks } = (await response.json()) as { checks: Record<string, { status: string }> };
  return { status: response.status, store: checks.store?.status, redis: checks.redis?.status };
}

describe.runIf(program !== undefined && inject('servers') !== null)('a Redis that is away before the desk starts', () => {
  it.each([
    { is: 'stopped', leave: (redis: RedisServer) => redis.kill(), comeBack: (redis: RedisServer) => redis.start() },
    {
      is: 'frozen',
      leave: (redis: RedisServer) => Promise.resolve(process.kill(redis.pid, 'SIGSTOP')),
      comeBack: (redis: RedisServer) => Promise.resolve(process.kill(redis.pid, 'SIGCONT')),
    },
  ])(
    '$is: articles are taken in, and are done when it is back',
    async ({ leave, comeBack }) => {
      const cleanup = new Cleanup();
      onTestFinished(() => cleanup.close());
      const redis = await RedisServer.create(program ?? '', cleanup);
      const postgres = await createPlace('postgres');
      const env = { ...postgres.env, REDIS_URL: redis.urlOf(), COPYDESK_OPERATOR_KEY: OPERATOR_KEY };
      const place = { ...postgres, env };
      await leave(redis);

      const api = await openTestDesk(place, ['api', 'deliver']);
      const url = api.url ?? '';
      expect(await readReady(url)).toEqual({ status: 503, store: 'ok', redis: 'fail' });
      for (let index = 0; index < 5; index++) {
        const { status, ms } = await submit(url, `early-${index}`);
        expect(status).toBe(202);
        expect(ms).toBeLessThan(1500);
      }
      await expect(openTestDesk(place, ['relay'])).rejects.toThrow(/^REDIS_URL: the server cannot be used \(/u);

      await comeBack(redis);
      const rest = await openTestDesk(place, ['relay', 'worker']);
      const count = async () => {
        const { rows } = await api.pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.results');
        return Number(rows[0]?.n);
      };
      await expect.poll(count, { timeout: 60_000 }).toBe(5);
      await expect.poll(() => readReady(url), { timeout: 10_000 }).toEqual({ status: 200, store: 'ok', redis: 'ok' });
      await rest.close();
      await api.close();
      await postgres.remove();
    },
    120_000,
  );
});
