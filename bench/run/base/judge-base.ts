import { quantile, type Spread, toSpread } from '../../measuring/spread.ts';

/** The ratios of `moderate()` to compromise in each round of two processes that ran one after the other. */
export interface Pair {
  readonly base: readonly number[];
  readonly tree: readonly number[];
}

/** How much slower the tree is than its base, both by the yardstick. */
export interface BaseVerdict {
  /** Ratios to compromise, of all rounds. */
  readonly base: Spread;
  readonly tree: Spread;
  /** The tree's ratio divided by the base's: the median of all pairs. */
  readonly slowdown: number;
  readonly maxSlowdown: number;
  readonly isSlower: boolean;
  readonly pairs: number;
}

/** A slow-down of more fails. */
const MAX_SLOWDOWN = 1.15;

/**
 * Judges pairs: those who ran side by side are compared with each other, so that what else the machine did at that time counts
 * for both.
 */
export function judgeBase(pairs: readonly Pair[]): BaseVerdict {
  const slowdown = quantile(
    pairs.map(({ base, tree }) => quantile(tree, 0.5) / quantile(base, 0.5)),
    0.5,
  );
  return {
    base: toSpread(pairs.flatMap(({ base }) => base)),
    tree: toSpread(pairs.flatMap(({ tree }) => tree)),
    slowdown,
    maxSlowdown: MAX_SLOWDOWN,
    // What could not be measured is no success.
    isSlower: !(slowdown <= MAX_SLOWDOWN),
    pairs: pairs.length,
  };
}
