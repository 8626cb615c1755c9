import { LABEL_COUNT as COUNT } from './labels.ts';
import { ENDS, PRECEDING, PRECEDING_AT_BARRIER, STARTS } from './preceding.ts';

const NEVER = -1e9;

/** The labels before each label of the word at `base` with which it scores best: scores into `best`, labels into `back`. */
function extendPaths(
  { best, back }: { readonly best: Float64Array; readonly back: Int32Array },
  transitions: Float64Array,
  base: number,
  preceding: readonly (readonly number[])[],
): void {
  for (let label = 0; label < COUNT; label++) {
    let [top, from] = [NEVER, 0];
    for (const before of preceding[label] ?? []) {
      const sum = (best[base - COUNT + before] ?? 0) + (transitions[before * COUNT + label] ?? 0);
      if (sum > top) [top, from] = [sum, before];
    }
    best[base + label] = top;
    back[base + label] = from;
  }
}

function traceBack(best: Float64Array, back: Int32Array, size: number): Int32Array {
  const labels = new Int32Array(size);
  const base = (size - 1) * COUNT;
  let label = 0;
  for (let other = 1; other < COUNT; other++) {
    const isBetter = (best[base + other] ?? 0) > (best[base + label] ?? 0);
    if (isBetter && ENDS[other]) label = other;
  }
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = label;
    label = back[at * COUNT + label] ?? 0;
  }
  return labels;
}

/** The labels of the words that together score best (Viterbi); `barriers` tells where no name goes on from the word before. */
export function findBestLabels(scores: Float64Array, transitions: Float64Array, barriers: readonly boolean[]): Int32Array {
  const size = scores.length / COUNT;
  const paths = { best: new Float64Array(scores.length), back: new Int32Array(scores.length) };
  for (let label = 0; label < COUNT && size > 0; label++) paths.best[label] = STARTS[label] ? 0 : NEVER;
  for (let at = 0; at < size; at++) {
    const base = at * COUNT;
    if (at > 0) extendPaths(paths, transitions, base, barriers[at] ? PRECEDING_AT_BARRIER : PRECEDING);
    for (let cell = base; cell < base + COUNT; cell++)
      paths.best[cell] = Math.max(NEVER, (paths.best[cell] ?? 0) + (scores[cell] ?? 0));
  }
  return traceBack(paths.best, paths.back, size);
}
