import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';
import type { Allowance } from '../access/open-limiter.ts';
import { remember } from '../access/remember.ts';
import { readHealth } from '../store/read-health.ts';
import type { ApiContext } from './api-context.ts';
import { ProblemError } from './problem-error.ts';

/** Lets articles in, or refuses them with a `ProblemError` that says when to come again. */
export type GuardIntake = (reply: FastifyReply, tenant: string, articles: number) => Promise<void>;

/** What limits are judged by. */
export type IntakeContext = Pick<ApiContext, 'limiter' | 'readTenant' | 'pool'> & {
  readonly settings: Pick<ApiContext['settings'], 'ratePerSecond' | 'burst' | 'maxQueueSeconds'>;
};

/** How long the age of the queue is remembered. */
const REMEMBER_MS = 1000;

/** As draft-ietf-httpapi-ratelimit-headers writes them. */
function tellLimit(reply: FastifyReply, { remaining, resetSeconds, limit, windowSeconds }: Allowance): void {
  reply.header('ratelimit-policy', `"articles";q=${limit};w=${windowSeconds}`);
  reply.header('ratelimit', `"articles";r=${remaining};t=${resetSeconds}`);
}

/** It would never fit, however long its sender waits. */
function refuseLarge(articles: number, most: number): void {
  if (articles <= most) return;
  throw new ProblemError('batch_too_large', {
    detail: `Nothing was taken in. Send at most ${most} ${most === 1 ? 'article' : 'articles'} at once.`,
  });
}

function refuseFull(oldestSeconds: number, most: number): void {
  if (oldestSeconds <= most) return;
  const detail = `The oldest waiting article has waited ${Math.round(oldestSeconds)} s; nothing was taken in. Try again after Retry-After.`;
  throw new ProblemError('queue_full', {
    detail,
    headers: { 'retry-after': `${Math.min(300, Math.max(5, Math.round(most / 10)))}` },
  });
}

function refuseOften(allowance: Allowance): never {
  throw new ProblemError('rate_limited', { headers: { 'retry-after': `${Math.max(1, allowance.resetSeconds)}` } });
}

/** A request whose tenant was refused just now is not even read, unless it may have been answered before. */
export function refuseSpent(request: FastifyRequest, reply: FastifyReply, { tenant }: Caller, { limiter }: ApiContext): void {
  if (request.headers['idempotency-key'] !== undefined) return;
  const allowance = limiter.spent(tenant);
  if (!allowance) return;
  tellLimit(reply, allowance);
  refuseOften(allowance);
}

/** Limits of the tenant first, then the state of the whole desk. `tell` hears of the limit, whether it is kept or not. */
export function createIntakeLimit(context: IntakeContext) {
  const { limiter, readTenant, settings, pool } = context;
  const readOldest = remember(async () => (await readHealth(pool)).oldestSeconds, REMEMBER_MS).read;
  return async (tenant: string, articles: number, tell: (allowance: Allowance) => void): Promise<void> => {
    const limits = await readTenant(tenant);
    const perSecond = limits?.ratePerSecond ?? settings.ratePerSecond;
    const allowance = await limiter.take(tenant, articles, { perSecond, burst: limits?.burst ?? settings.burst });
    tell(allowance);
    refuseLarge(articles, allowance.limit);
    if (!allowance.isAllowed) refuseOften(allowance);
    refuseFull(await readOldest('desk'), settings.maxQueueSeconds);
  };
}

/** The same for a request, whose answer says what the limit is. */
export function createIntakeGuard(context: ApiContext): GuardIntake {
  const limit = createIntakeLimit(context);
  return (reply, tenant, articles) => limit(tenant, articles, (allowance) => tellLimit(reply, allowance));
}
