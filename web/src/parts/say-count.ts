import { say, sayNumber } from '../messages/say.ts';

/** The server counts no further. */
const MOST_COUNTED = 10_000;

/** How many fit, as far as that was counted. */
export function sayCount(count: number): string {
  return count < MOST_COUNTED ? sayNumber(count) : say('queue.many', { count });
}
