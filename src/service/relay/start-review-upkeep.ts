import { forgetSessions } from '../people/sessions.ts';
import { expireClaims } from '../review/expire-claims.ts';
import { forgetPresence } from '../review/presence.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import { type Loop, startLoop } from '../start-loop.ts';
import { errorCode } from '../telemetry/error-code.ts';
import { startSpan } from '../telemetry/trace.ts';

/** How long an article may stay with somebody who went away, beyond the lease. */
const IDLE_MS = 5000;
const BATCH = 100;
const FORGET_MS = 60_000;

/** Ends the claims of people who went away, and forgets sessions, presence and skips that are over, until stopped. */
export function startReviewUpkeep(desk: ReviewDesk): Loop {
  let nextForget = 0;
  async function round(): Promise<number> {
    const freed = await expireClaims(desk, BATCH);
    if (performance.now() >= nextForget) {
      await forgetSessions(desk.pool);
      await forgetPresence(desk.pool);
      nextForget = performance.now() + FORGET_MS;
    }
    return freed.length >= BATCH ? 0 : IDLE_MS;
  }
  return startLoop(round, (error) => desk.log('service.failed', { code: errorCode(error), component: 'review' }, startSpan()));
}
