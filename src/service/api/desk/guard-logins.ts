import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limiter, Rate } from '../../access/open-limiter.ts';
import { PeopleError } from '../../people/people-error.ts';
import type { ApiContext } from '../api-context.ts';
import { ProblemError } from '../problem-error.ts';
import { nameNetwork } from './name-network.ts';

/** Attempts that failed in ten minutes: of one login from one network, and of all from there, where a whole office may sit. */
const OF_BOTH: Rate = { perSecond: 10 / 600, burst: 10 };
const OF_NETWORK: Rate = { perSecond: 100 / 600, burst: 100 };
/** Of one login from anywhere: beyond it each attempt waits, so that others who guess do not lock anybody out. */
const OF_LOGIN: Rate = { perSecond: 30 / 600, burst: 30 };
const WAIT_MS = 3000;
/** Attempts that wait in this process; each holds a connection and nothing else. */
const MOST_WAITING = 500;

/** What is counted is called by a hash: a login may be long, and is nobody's business. No tenant has such a name. */
function nameOf(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

interface Counted {
  readonly name: string;
  readonly rate: Rate;
}

async function take(limiter: Limiter, { name, rate }: Counted): Promise<void> {
  const { isAllowed, resetSeconds } = await limiter.take(name, 1, rate);
  if (isAllowed) return;
  throw new ProblemError('too_many_logins', { headers: { 'retry-after': `${Math.max(1, resetSeconds)}` } });
}

let waiting = 0;

async function wait(closing: AbortSignal): Promise<void> {
  if (waiting >= MOST_WAITING) throw new ProblemError('busy', { headers: { 'retry-after': '5' } });
  waiting++;
  try {
    await sleep(WAIT_MS, undefined, { signal: closing });
  } catch {
    throw new ProblemError('closing', { headers: { 'retry-after': '5' } });
  } finally {
    waiting--;
  }
}

/**
 * Lets somebody try to sign in, and counts it when that fails: `attempt` rejects, or resolves to `undefined`. It is counted before, so that many at once
 * are too, and taken back. Without a login only the network counts. Throws `ProblemError` (`too_many_logins`, `busy`, `closing`) before
 * `attempt`, and what that throws.
 */
export async function guardLogins<T>(
  { limiter, closing }: Pick<ApiContext, 'limiter' | 'closing'>,
  address: string,
  login: string | undefined,
  attempt: () => Promise<T>,
): Promise<T> {
  const network = nameNetwork(address);
  const counted: Counted[] = [{ name: nameOf('network', network), rate: OF_NETWORK }];
  const small = login?.toLowerCase();
  if (small !== undefined) counted.push({ name: nameOf('both', `${network} ${small}`), rate: OF_BOTH });
  for (const one of counted) await take(limiter, one);
  if (small !== undefined) {
    const ofLogin = { name: nameOf('login', small), rate: OF_LOGIN };
    if ((await limiter.take(ofLogin.name, 1, OF_LOGIN)).isAllowed) counted.push(ofLogin);
    else await wait(closing);
  }
  const takeBack = async () => {
    for (const { name, rate } of counted) await limiter.giveBack(name, 1, rate);
  };
  try {
    const done = await attempt();
    if (done !== undefined) await takeBack();
    return done;
  } catch (error) {
    // Nothing was looked at, which is nobody's fault.
    if (error instanceof PeopleError && error.code === 'busy') await takeBack();
    throw error;
  }
}
