import { forgetSessions } from '../people/sessions.ts';
import { type Loop, startLoop } from '../process/start-loop.ts';
import { expireClaims } from '../review/expire-claims.ts';
import { forgetPresence } from '../review/presence.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import { errorCode } from '../telemetry/error-code.ts';
import { startSpan } from '../telemetry/trace.ts';
import { fillResults } from './fill-results.ts';

/** How long an article may stay with somebody who went away, beyond the lease. */
const IDLE_MS = 5000;
const BATCH = 100;
const FORGET_MS = 60_000;
/** Results are read whole, and some are megabytes. */
const FILLED = 20;
const BETWEEN_FILLS_MS = 100;

/**
 * Ends the claims of people who went away, forgets sessions, presence and skips that are over, and fills in what older results lack for the queue,
 * until stopped.
 */
export function startReviewUpkeep(desk: ReviewDesk): Loop {
  let nextForget = 0;
  let isFilled = false;
  async function round(): Promise<number> {
    const freed = await expireClaims(desk, BATCH);
    if (performance.now() >= nextForget) {
      await forgetSessions(desk.pool);
      await forgetPresence(desk.pool);
      // Processes of an earlier version may have written results meanwhile.
      isFilled = false;
      nextForget = performance.now() + FORGET_MS;
    }
    if (!isFilled) isFilled = (await fillResults(desk.pool, FILLED)) < FILLED;
    if (freed.length >= BATCH) return 0;
    return isFilled ? IDLE_MS : BETWEEN_FILLS_MS;
  }
  return startLoop(round, (error) => desk.log('service.failed', { code: errorCode(error), component: 'review' }, startSpan()));
}
