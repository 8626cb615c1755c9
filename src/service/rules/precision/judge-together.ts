import { adjustForMany } from './adjust-for-many.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';
import type { Trend } from './precision-report.ts';

/** Judges the p-values of one family of tests, those that could not be made left out. What is returned judges each of them; null of one that was not. */
export function judgeTogether(values: readonly (number | undefined)[]): (p: number | undefined) => Trend | null {
  const known = values.filter((value) => value !== undefined);
  const adjusted = adjustForMany(known);
  // Equal values are adjusted alike.
  const byValue = new Map(known.map((value, index) => [value, adjusted[index] ?? 1]));
  return (p) => {
    const q = p === undefined ? undefined : byValue.get(p);
    return p === undefined || q === undefined ? null : { p, q, isChange: q <= PRECISION_LIMITS.falseDiscoveries };
  };
}
