import { describe, expect, inject, it } from 'vitest';
import { spawnCopydesk } from '../spawn-process.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { createPlace } from '../test-place.ts';

const program = findRedis();

describe.runIf(program !== undefined && inject('servers') !== null)('a Redis that may evict jobs', () => {
  it.each(['allkeys-lru', 'volatile-ttl'])('stops the start under %s with the reason', async (policy) => {
    const redis = await startRedis(program ?? '', ['--maxmemory-policy', policy]);
    const place = await createPlace('postgres');
    const worker = spawnCopydesk('workers/moderate.worker.ts', [], { env: { ...place.env, REDIS_URL: redis.url } });
    expect(await worker.ended).toBe(78);
    expect(worker.output()).toContain(`maxmemory-policy of this Redis is ${policy}`);
    expect(worker.output()).toContain('CONFIG SET maxmemory-policy noeviction');
    await redis.stop();
    await place.remove();
  });
});
