import { normalTail } from './normal-tail.ts';

/** Of so many cases so many hits; whole numbers. */
export interface Share {
  readonly hits: number;
  readonly count: number;
}

/**
 * Whether two shares differ: the two-sided p-value of the test of two proportions in its "N - 1" form, K. Pearson's chi-squared with one degree of
 * freedom times (N - 1) / N: I. Campbell, "Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations", Statistics
 * in Medicine 26 (2007), 3661-3675. He finds it right as long as each of the four expected counts is at least 1; with less, and without a case,
 * the answer is undefined. Whether it is depends on the sums of both only, not on their difference.
 */
export function compareShares(one: Share, other: Share): number | undefined {
  const total = one.count + other.count;
  const hits = one.hits + other.hits;
  const smallest = (Math.min(one.count, other.count) * Math.min(hits, total - hits)) / total;
  // Not a number when there is no case.
  if (!(smallest >= 1)) return undefined;
  const difference = one.hits * (other.count - other.hits) - other.hits * (one.count - one.hits);
  const square = ((total - 1) * difference * difference) / (one.count * other.count * hits * (total - hits));
  return Math.min(1, 2 * normalTail(Math.sqrt(square)));
}
