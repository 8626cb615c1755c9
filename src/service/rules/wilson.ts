/** A share with the interval in which the true one lies with the stated certainty. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The quantile of the normal distribution for an interval of 95 %. */
const Z = 1.959964;

/**
 * Interval of Wilson for a share of `hits` among `count`, at 95 %: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), 209-212. It holds for few cases and for shares near 0 and 1, where the
 * normal approximation fails. Without a case it is 0 to 1.
 */
export function wilson(hits: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const square = Z * Z;
  const centre = share + square / (2 * count);
  const reach = Z * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  const whole = 1 + square / count;
  return { low: Math.max(0, (centre - reach) / whole), high: Math.min(1, (centre + reach) / whole) };
}
