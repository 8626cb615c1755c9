import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '../../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';
import { ProblemError } from '../problem-error.ts';
import type { Answer } from '../send-answer.ts';
import { type OnceKey, readAnswer, type StoredAnswer, settleAnswer, storeAnswer, takeKey } from './stored-answer.ts';

/** What a request does, in the two steps that an answer may need. */
export interface OnceWork {
  /** Before the transaction of the first request: whether it may be done now. Throws when not. */
  readonly prepare: () => Promise<void>;
  /**
   * Does it at once, answer and all, when that can be said beforehand: then the answer, or why nothing was done. `undefined`: it cannot be
   * said. `settleMs` is how long nobody else may be given the answer.
   */
  readonly beginAtOnce: (
    once: OnceKey,
    settleMs: number,
    patienceMs: number,
  ) => Promise<Answer | 'key_taken' | 'known' | undefined>;
  /** Does it, in the transaction that also stores the answer. What it throws leaves nothing behind, the key neither. */
  readonly begin: (session: SqlSession) => Promise<Answer>;
  /** After the commit: resolves to a better answer, when there is one in time. Never rejects, for the work is done. */
  readonly settle: () => Promise<StoredAnswer | undefined>;
  /** How long `settle` may take, in milliseconds; 0: it has nothing to wait for. */
  readonly settleMs: number;
}

/** How long a repeated request waits for the first one. */
const PATIENCE_MS = 5000;
const LOOK_MS = 50;
/** What settling may take beyond its wait: a look, a read and a write. */
const SLACK_MS = 2000;

const IN_FLIGHT = { headers: { 'retry-after': '1' } };

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

function orInFlight<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw isLockTimeout(error) ? new ProblemError('idempotency_in_flight', IN_FLIGHT) : error;
  });
}

/** Another process may hold the key in a transaction of its own: its end is waited for, but not for ever. */
async function takeKeySoon(session: SqlSession, once: OnceKey): Promise<boolean> {
  await session.query(`SET LOCAL lock_timeout = ${PATIENCE_MS}`);
  return orInFlight(takeKey(session, once, new Date()));
}

function beginInTransaction(pool: SqlPool, once: OnceKey, work: OnceWork, waitMs: number): Promise<Answer | undefined> {
  return inTransaction(pool, async (session) => {
    if (!(await takeKeySoon(session, once))) return undefined;
    const answer = await work.begin(session);
    await storeAnswer(session, once, answer, waitMs);
    return answer;
  });
}

/** `undefined` when another request has taken the key. */
async function begin(pool: SqlPool, once: OnceKey, work: OnceWork, waitMs: number): Promise<Answer | undefined> {
  const atOnce = await orInFlight(work.beginAtOnce(once, waitMs, PATIENCE_MS));
  if (atOnce === 'key_taken') return undefined;
  return atOnce === undefined || atOnce === 'known' ? beginInTransaction(pool, once, work, waitMs) : atOnce;
}

/** `undefined` when another request has taken the key. */
async function answerFirst(pool: SqlPool, once: OnceKey, work: OnceWork): Promise<Answer | undefined> {
  const waitMs = work.settleMs > 0 ? work.settleMs + SLACK_MS : 0;
  const first = await begin(pool, once, work, waitMs);
  if (!first) return undefined;
  const settled = await work.settle();
  if (waitMs === 0) return first;
  try {
    // Settled or not, the answer is final from here on: nobody waits for it longer than needed.
    await settleAnswer(pool, once, settled ?? first);
    const answer = await readAnswer(pool, once);
    return answer === 'unsettled' ? undefined : answer;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The store went away after the commit. What was done is done, and the first answer is the one that will be found.
    return first;
  }
}

/** Makes sure that requests with the same key have one effect and one answer, in this process and in others. */
export function createOnce(pool: SqlPool): (once: OnceKey, work: OnceWork) => Promise<Answer> {
  const inFlight = new Map<string, Promise<unknown>>();

  async function beFirst(name: string, once: OnceKey, work: OnceWork): Promise<Answer | undefined> {
    const answering = answerFirst(pool, once, work);
    inFlight.set(name, answering);
    try {
      return await answering;
    } finally {
      inFlight.delete(name);
    }
  }

  /** A request that has been answered is answered, even when a new one would be turned away now. */
  async function findRefused(once: OnceKey, error: unknown): Promise<Answer | 'unsettled'> {
    const known = await readAnswer(pool, once);
    if (known === undefined) throw error;
    return known;
  }

  return async (once, work) => {
    const name = JSON.stringify([once.tenant, once.key]);
    const end = performance.now() + PATIENCE_MS;
    let known = await work.prepare().then(
      () => undefined,
      (error: unknown) => findRefused(once, error),
    );
    while (known === undefined || known === 'unsettled') {
      const other = inFlight.get(name);
      const answer = known === undefined && !other ? await beFirst(name, once, work) : undefined;
      if (answer) return answer;
      const left = end - performance.now();
      if (left <= 0) throw new ProblemError('idempotency_in_flight', IN_FLIGHT);
      // One in this process says when it is done; another is looked for.
      if (other !== undefined) await Promise.race([other.catch(() => undefined), sleep(left, undefined, { ref: false })]);
      else if (known === 'unsettled') await sleep(LOOK_MS);
      known = await readAnswer(pool, once);
    }
    return known;
  };
}
