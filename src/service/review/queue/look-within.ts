import { inTransaction } from '../../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../../store/sql-pool.ts';

/** Whoever waits longer for a page has gone. */
const MOST_MS = 3000;
/** SQLSTATE of a statement that was ended. */
const CANCELED = '57014';

/** A filter that takes longer than it may. */
export class SlowFilterError extends Error {
  override readonly name = 'SlowFilterError';
}

// A filter by what nearly all articles have, or nearly none, needs a plan of its own.
const SETTINGS = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL statement_timeout = ${MOST_MS}; SET LOCAL plan_cache_mode = force_custom_plan`;

/**
 * Reads what people filter in one view of the store, each statement within three seconds, and planned for its own parameters. An embedded store
 * ends no statement. Rejects with `SlowFilterError`.
 */
export function lookWithin<T>(pool: SqlPool, look: (session: SqlSession) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (session) => {
    await session.query(SETTINGS);
    return look(session);
  }).catch((error: unknown) => {
    const isCanceled = error instanceof Error && 'code' in error && error.code === CANCELED;
    throw isCanceled ? new SlowFilterError('the filter takes too long') : error;
  });
}
