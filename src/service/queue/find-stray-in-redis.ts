import type { Redis } from 'ioredis';
import { STRAY_LIMITS } from './stray-limits.ts';

/** BullMQ's score of a delayed job: milliseconds times this, and a counter within the millisecond. */
const PER_MS = 4096;

/**
 * Ids of the delayed jobs that are, by the clock of Redis, due later than `longestMs` from now or have been due for long: a clock was wrong.
 * `key` is that of BullMQ's sorted set `delayed`.
 */
export async function findStrayInRedis(redis: Redis, key: string, longestMs: number): Promise<readonly string[]> {
  const [seconds] = await redis.time();
  const now = Number(seconds) * 1000;
  const ahead = await redis.zrangebyscore(
    key,
    (now + longestMs + STRAY_LIMITS.slackMs) * PER_MS,
    '+inf',
    'LIMIT',
    0,
    STRAY_LIMITS.most,
  );
  const overdue = await redis.zrangebyscore(key, '-inf', (now - STRAY_LIMITS.slackMs) * PER_MS, 'LIMIT', 0, STRAY_LIMITS.most);
  return [...ahead, ...overdue];
}
