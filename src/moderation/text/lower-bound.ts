/** First index in `[0, count)` whose value is at least `target`; `count` when none is. `values` ascends. */
export function lowerBound(values: { readonly [index: number]: number }, count: number, target: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
