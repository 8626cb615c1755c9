import { PRECISION_LIMITS } from './precision-limits.ts';

/** A week: what comes on Mondays comes in each of them. */
const USUAL_DAYS = 7;

/** Days of a window of a report of so many days; undefined when the wanted one is longer than that, or so short that there are too many. */
export function chooseWindow(days: number, wanted: number = Math.min(USUAL_DAYS, days)): number | undefined {
  return wanted <= days && Math.ceil(days / wanted) <= PRECISION_LIMITS.windows ? wanted : undefined;
}
