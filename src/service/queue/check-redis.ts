import type { Redis } from 'ioredis';
import { ConfigError } from '../config/config-error.ts';

const POLICY_LINE = /^maxmemory_policy:(\S+)/mu;

/** `INFO` is allowed on managed servers that refuse `CONFIG`. */
async function readPolicy(redis: Redis): Promise<string> {
  return POLICY_LINE.exec(await redis.info('memory'))?.[1] ?? 'unknown';
}

/**
 * Refuses a Redis that may evict keys: under any policy but `noeviction` it drops jobs silently when memory runs out.
 * Throws `ConfigError`.
 */
export async function checkRedis(redis: Redis): Promise<void> {
  const policy = await readPolicy(redis);
  if (policy === 'noeviction') return;
  throw new ConfigError(
    `REDIS_URL: maxmemory-policy of this Redis is ${policy}, under which it may drop queued jobs silently. ` +
      'Set it to noeviction (CONFIG SET maxmemory-policy noeviction, and the same in redis.conf).',
  );
}
