import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** Articles in a stretch of time. */
export interface Rate {
  /** Articles a second on the average. */
  readonly perSecond: number;
  /** Articles at once. */
  readonly burst: number;
}

/** What is left of a rate after a request. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Seconds until all of it is there again. */
  readonly resetSeconds: number;
  /** The window that is counted in: `limit` articles in `windowSeconds`. */
  readonly limit: number;
  readonly windowSeconds: number;
}

export interface Limiter {
  /**
   * Counts articles of a tenant; more than `limit` at once are refused and not counted. Never rejects, and never waits long: limits are
   * not worth losing an article for.
   */
  readonly take: (tenant: string, articles: number, rate: Rate) => Promise<Allowance>;
  /** Takes back what was counted. Never rejects. */
  readonly giveBack: (tenant: string, articles: number, rate: Rate) => Promise<void>;
  /** The allowance with which the tenant was refused within the last second, if nothing can have come back to it since. Counts nothing. */
  readonly spent: (tenant: string) => Allowance | undefined;
  readonly close: () => void;
}

/** A Redis that does not answer so soon is left alone for a while, and this process counts by itself. */
const ANSWER_MS = 200;
const LEAVE_ALONE_MS = 5000;
const PREFIX = '{copydesk}:rate';

interface Window {
  readonly points: number;
  readonly duration: number;
}

/** Timers end at 2^31 milliseconds; a longer one would fire at once, and the limit would be none. */
export const MOST_WINDOW_SECONDS = 2_000_000;

/** `burst` articles in as long as the average needs for them; fewer where that would be longer than any window. */
function toWindow({ perSecond, burst }: Rate): Window {
  const points = Math.max(1, Math.min(burst, Math.floor(perSecond * MOST_WINDOW_SECONDS)));
  return { points, duration: Math.min(MOST_WINDOW_SECONDS, Math.max(1, Math.ceil(points / perSecond))) };
}

function toAllowance(counted: RateLimiterRes, isAllowed: boolean, { points, duration }: Window): Allowance {
  const resetSeconds = Math.max(0, Math.ceil(counted.msBeforeNext / 1000));
  return { isAllowed, remaining: Math.max(0, counted.remainingPoints), resetSeconds, limit: points, windowSeconds: duration };
}

async function look(limiter: RateLimiterMemory | RateLimiterRedis, tenant: string, window: Window): Promise<Allowance> {
  const untouched = new RateLimiterRes(window.points, 0);
  return toAllowance((await limiter.get(tenant)) ?? untouched, false, window);
}

async function consume(limiter: RateLimiterMemory | RateLimiterRedis, tenant: string, articles: number, window: Window) {
  if (articles > window.points) return look(limiter, tenant, window);
  try {
    return toAllowance(await limiter.consume(tenant, articles), true, window);
  } catch (error) {
    if (error instanceof RateLimiterRes) return toAllowance(error, false, window);
    throw error;
  }
}

function openRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { commandTimeout: ANSWER_MS, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  redis.on('error', onError);
  return redis;
}

/** One limiter for each window that is in use: limiters of one window share nothing with those of another. */
function createLimiters<T>(create: (window: Window) => T): (window: Window) => T {
  const known = new Map<string, T>();
  return (window) => {
    const name = `${window.points}/${window.duration}`;
    const limiter = known.get(name) ?? create(window);
    known.set(name, limiter);
    return limiter;
  };
}

/** Remembers who was refused, so that the next of its requests costs nothing; shortly, for limits may be changed. */
const REFUSED_MS = 1000;
const MOST_REFUSED = 10_000;

function createRefusals() {
  const known = new Map<string, { readonly allowance: Allowance; readonly until: number }>();
  return {
    note: (tenant: string, allowance: Allowance) => {
      if (known.size >= MOST_REFUSED) known.clear();
      known.set(tenant, { allowance, until: performance.now() + Math.min(REFUSED_MS, (allowance.resetSeconds - 1) * 1000) });
    },
    find: (tenant: string): Allowance | undefined => {
      const one = known.get(tenant);
      if (!one || one.until > performance.now()) return one?.allowance;
      known.delete(tenant);
      return undefined;
    },
  };
}

/** Limits by tenant: over all processes in Redis, where there is one, else in this process. `onError` hears of a Redis that is away. */
export function openLimiter(redisUrl: string | undefined, onError: (error: Error) => void): Limiter {
  const redis = redisUrl === undefined ? undefined : openRedis(redisUrl, onError);
  const inMemory = createLimiters((window) => new RateLimiterMemory(window));
  const inRedis = createLimiters(
    (window) =>
      new RateLimiterRedis({ ...window, storeClient: redis, keyPrefix: `${PREFIX}:${window.points}:${window.duration}` }),
  );
  let aloneUntil = 0;
  const refused = createRefusals();
  const use = async <T>(window: Window, act: (limiter: RateLimiterMemory | RateLimiterRedis) => Promise<T>): Promise<T> => {
    if (redis && performance.now() >= aloneUntil) {
      try {
        return await act(inRedis(window));
      } catch {
        aloneUntil = performance.now() + LEAVE_ALONE_MS;
      }
    }
    return act(inMemory(window));
  };
  return {
    take: async (tenant, articles, rate) => {
      const window = toWindow(rate);
      const allowance = await use(window, (limiter) => consume(limiter, tenant, articles, window));
      if (!allowance.isAllowed && articles <= window.points) refused.note(tenant, allowance);
      return allowance;
    },
    giveBack: async (tenant, articles, rate) => {
      await use(toWindow(rate), (limiter) => limiter.reward(tenant, articles));
    },
    spent: refused.find,
    close: () => redis?.disconnect(),
  };
}
