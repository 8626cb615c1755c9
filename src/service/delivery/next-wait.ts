/** How long a delivery is tried. */
export const GIVE_UP_SECONDS = 24 * 3600;

/**
 * How long after each failure the next attempt comes, in seconds; then always the last of them, until the delivery is given up. The first
 * steps are those that Standard Webhooks proposes; from an hour on every two hours, so 24 hours have about 18 attempts.
 */
const STEPS = [5, 30, 120, 600, 1800, 3600, 7200] as const;
const LONGEST = 7200;
/** Deliveries that failed together should not all come back together. */
const JITTER = 0.2;

/**
 * Seconds until the attempt after the given one, which counts from 1. A receiver that asks for more time gets it, up to two hours; less than
 * our own step it does not get. `random` is in [0, 1).
 */
export function nextWait(attempt: number, retryAfterSeconds: number | undefined, random: number): number {
  const step = STEPS[attempt - 1] ?? LONGEST;
  const wait = step * (1 - JITTER + 2 * JITTER * random);
  return Math.max(wait, Math.min(retryAfterSeconds ?? 0, LONGEST));
}
