import { Redis } from 'ioredis';

export interface RedisPing {
  /** Resolves when Redis answers; rejects soon when it does not. */
  readonly ping: () => Promise<void>;
  /** What Redis says of itself; rejects soon when it does not answer. */
  readonly info: () => Promise<string>;
  readonly close: () => void;
}

const ANSWER_MS = 1500;

/** A connection for those who only ask whether Redis is there: it may be away when this opens, and come and go. */
export function openRedisPing(url: string, onError: (error: Error) => void): RedisPing {
  const redis = new Redis(url, { commandTimeout: ANSWER_MS, maxRetriesPerRequest: 1 });
  redis.on('error', onError);
  return { ping: async () => void (await redis.ping()), info: () => redis.info(), close: () => redis.disconnect() };
}
