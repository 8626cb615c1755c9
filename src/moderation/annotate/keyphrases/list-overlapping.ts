import type { Span } from '../../model/span.ts';

/** Those of `spans`, which are in order and disjoint, that share text with the stretch from `start` to `end`. Finds the first by halving. */
export function listOverlapping<T extends Span>(spans: readonly T[], start: number, end: number): readonly T[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const from = low;
  while ((spans[low]?.start ?? Number.POSITIVE_INFINITY) < end) low++;
  return spans.slice(from, low);
}
