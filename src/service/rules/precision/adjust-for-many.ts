/**
 * p-values as they count when many are looked at, in the same order: whoever takes all up to q for real is wrong in at most the share q of them, on
 * average. Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple testing", Journal of
 * the Royal Statistical Society B 57 (1995), 289-300; it holds also for tests that go up and down together, as rules and the sources they fire on do.
 */
export function adjustForMany(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const adjusted = new Array<number>(values.length).fill(1);
  let least = 1;
  for (const [from, index] of order.entries()) {
    least = Math.min(least, ((values[index] ?? 1) * values.length) / (values.length - from));
    adjusted[index] = least;
  }
  return adjusted;
}
