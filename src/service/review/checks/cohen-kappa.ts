/** How often two people said what of the same things: a row for each word of the first, a column for each of the second. */
export type Agreements = readonly (readonly number[])[];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * Cohen's kappa, (po - pe) / (1 - pe): the share of agreement po beyond the share pe that the frequencies of the words alone would give. J. Cohen,
 * "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1), 1960, 37-46. From -1 to 1; null when nothing
 * was counted, or both always said the same word: then chance explains all. Pure.
 */
export function cohenKappa(counts: Agreements): number | null {
  const total = sum(counts.map(sum));
  if (total === 0) return null;
  const observed = sum(counts.map((row, index) => row[index] ?? 0)) / total;
  const column = (index: number) => sum(counts.map((row) => row[index] ?? 0));
  const expected = sum(counts.map((row, index) => (sum(row) / total) * (column(index) / total)));
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
