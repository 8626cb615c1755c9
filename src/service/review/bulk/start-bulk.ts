import { type Loop, startLoop } from '../../process/start-loop.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import { startSpan } from '../../telemetry/trace.ts';
import type { ReviewDesk } from '../review-desk.ts';
import { readOpenJobs } from './bulk-job.ts';
import { stepBulk } from './step-bulk.ts';

/** Bulk decisions take turns, so many articles each. */
const ARTICLES = 20;
const MOST_JOBS = 20;
const IDLE_MS = 500;

/** After so long nobody undoes one any more. */
const KEPT_DAYS = 30;
const FORGET_MS = 3_600_000;

async function forgetJobs({ pool }: ReviewDesk): Promise<void> {
  await pool.query(
    `DELETE FROM copydesk.bulk_jobs WHERE state NOT IN ('running', 'undoing') AND created_at < now() - make_interval(days => $1)`,
    [KEPT_DAYS],
  );
}

/** Carries bulk decisions out, and forgets them after a month, until stopped; in several processes at once too. */
export function startBulk(desk: ReviewDesk): Loop {
  let nextForget = 0;
  async function round(): Promise<number> {
    if (performance.now() >= nextForget) {
      await forgetJobs(desk);
      nextForget = performance.now() + FORGET_MS;
    }
    const jobs = await readOpenJobs(desk.pool, MOST_JOBS);
    const failures: unknown[] = [];
    for (const job of jobs) await stepBulk(desk, job, ARTICLES).catch((error: unknown) => failures.push(error));
    // The others went on.
    if (failures.length > 0) throw failures[0];
    return jobs.length > 0 ? 0 : IDLE_MS;
  }
  return startLoop(round, (error) => desk.log('service.failed', { code: errorCode(error), component: 'bulk' }, startSpan()));
}
