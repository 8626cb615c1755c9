import type { Counts } from './score-counts.ts';

/** An item with what it is and what it was taken for. */
export interface Judged {
  readonly isNoise: boolean;
  readonly isFound: boolean;
}

/** Hits, false alarms and misses among judged items. */
export function countJudged(items: readonly Judged[]): Counts {
  const tp = items.filter(({ isNoise, isFound }) => isNoise && isFound).length;
  const fp = items.filter(({ isNoise, isFound }) => !isNoise && isFound).length;
  const fn = items.filter(({ isNoise, isFound }) => isNoise && !isFound).length;
  return { tp, fp, fn };
}
