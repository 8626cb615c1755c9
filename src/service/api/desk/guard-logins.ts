import { createHash } from 'node:crypto';
import type { Limiter, Rate } from '../../access/open-limiter.ts';
import { ProblemError } from '../problem-error.ts';

/** Attempts in ten minutes: of one login, whoever tries, and from one address, where a whole office may sit. */
const OF_LOGIN: Rate = { perSecond: 10 / 600, burst: 10 };
const OF_ADDRESS: Rate = { perSecond: 100 / 600, burst: 100 };

/** What is counted is called by a hash: a login may be long, and is nobody's business. No tenant has such a name. */
function nameOf(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

async function take(limiter: Limiter, name: string, rate: Rate): Promise<void> {
  const { isAllowed, resetSeconds } = await limiter.take(name, 1, rate);
  if (isAllowed) return;
  throw new ProblemError('too_many_logins', { headers: { 'retry-after': `${Math.max(1, resetSeconds)}` } });
}

/** Counts an attempt to sign in, before a password is looked at. Throws `ProblemError` (`too_many_logins`). */
export async function guardLogins(limiter: Limiter, address: string, login: string | undefined): Promise<void> {
  await take(limiter, nameOf('address', address), OF_ADDRESS);
  if (login !== undefined) await take(limiter, nameOf('login', login.toLowerCase()), OF_LOGIN);
}
