import type { Share } from './compare-shares.ts';
import { normalTail } from './normal-tail.ts';

/** With two the test is the one of two proportions. */
const LEAST_SHARES = 3;
/** Cases of a stretch, and cases with and without a hit of all; with fewer the normal distribution is far from the true one. */
const LEAST_CASES = 10;

/**
 * Whether shares of stretches of time, the oldest first, go up or down with time: the two-sided p-value of the Cochran-Armitage test for a linear trend
 * in proportions. P. Armitage, "Tests for linear trends in proportions and frequencies", Biometrics 11 (1955), 375-386. A stretch with fewer than
 * ten cases says nothing and counts as time. Undefined with fewer than three that have more, or fewer than ten cases with or without a hit.
 */
export function trendOfShares(shares: readonly Share[]): number | undefined {
  const told = shares.flatMap(({ hits, count }, time) => (count >= LEAST_CASES ? [{ hits, count, time }] : []));
  const sum = (of: (share: (typeof told)[number]) => number) => told.reduce((total, share) => total + of(share), 0);
  const [total, hits] = [sum(({ count }) => count), sum((share) => share.hits)];
  if (told.length < LEAST_SHARES || Math.min(hits, total - hits) < LEAST_CASES) return undefined;
  const times = sum(({ count, time }) => count * time);
  const squares = sum(({ count, time }) => count * time * time);
  const slope = total * sum((share) => share.hits * share.time) - hits * times;
  const square = (total * slope * slope) / (hits * (total - hits) * (total * squares - times * times));
  return Math.min(1, 2 * normalTail(Math.sqrt(square)));
}
