import type { SqlSession } from '../store/sql-pool.ts';
import { MODERATION_QUEUE } from './moderation-job.ts';

/** Milliseconds that no lock of any setting lasts, by ten per cent. */
const LONGEST_LOCK_MS = 660_000;
/** The checks for dead workers are seconds apart. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * BullMQ writes times of the worker's clock into a queue in SQL. A clock that was ahead and was set right, or whose worker has died, leaves
 * locks that end, and checks that begin, when the clock was right to be so late. This takes back what cannot be: locks that both
 * the database and this process see further ahead than any lock lasts.
 */
export async function forgetFutureLocks(session: SqlSession, now: Date): Promise<void> {
  const clock = `greatest($2::bigint, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;
  await session.query(
    `WITH checks AS (UPDATE bullmq.meta SET value = '0'
                      WHERE queue = $1 AND field = 'stalled-check' AND value::bigint > ${clock} + $3)
     UPDATE bullmq.job SET locked_until_ms = $2 WHERE queue = $1 AND state = 'active' AND locked_until_ms > ${clock} + $4`,
    [MODERATION_QUEUE, now.getTime(), LONGEST_PAUSE_MS, LONGEST_LOCK_MS],
  );
}
