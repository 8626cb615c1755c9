import type { SqlSession } from '../store/sql-pool.ts';
import { MODERATION_QUEUE } from './moderation-job.ts';
import { STRAY_LIMITS } from './stray-limits.ts';

/** Ids of the delayed jobs that are, by the database's clock, due later than `longestMs` from now or have been due for long: a clock was wrong. */
export async function findStrayInSql(session: SqlSession, longestMs: number): Promise<readonly string[]> {
  const { rows } = await session.query<{ readonly id: string }>(
    `SELECT id FROM bullmq.job, (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now) AS clock
      WHERE queue = $1 AND state = 'delayed' AND process_at_ms NOT BETWEEN now - $3 AND now + $2 + $3 LIMIT $4`,
    [MODERATION_QUEUE, longestMs, STRAY_LIMITS.slackMs, STRAY_LIMITS.most],
  );
  return rows.map(({ id }) => id);
}
