import { ENDS, PRECEDING, PRECEDING_AT_BARRIER, STARTS } from './label-lattice.ts';
import { LABEL_COUNT } from './label-scheme.ts';

const NEVER = -1e9;

/** The labels of the words that together score best (Viterbi); `barriers` tells where no name goes on from the word before. */
export function findBestLabels(scores: Float64Array, transitions: Float64Array, barriers: readonly boolean[]): Int32Array {
  const size = scores.length / LABEL_COUNT;
  const best = new Float64Array(scores.length);
  const back = new Int32Array(scores.length);
  for (let at = 0; at < size; at++) {
    const preceding = barriers[at] ? PRECEDING_AT_BARRIER : PRECEDING;
    const base = at * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) {
      let [top, from] = [NEVER, 0];
      if (at === 0) top = STARTS[label] ? 0 : NEVER;
      else
        for (const before of preceding[label] ?? []) {
          const sum = (best[base - LABEL_COUNT + before] ?? 0) + (transitions[before * LABEL_COUNT + label] ?? 0);
          if (sum > top) [top, from] = [sum, before];
        }
      if (at === size - 1 && !ENDS[label]) top = NEVER;
      best[base + label] = Math.max(NEVER, top + (scores[base + label] ?? 0));
      back[base + label] = from;
    }
  }
  return traceBack(best, back, size);
}

function traceBack(best: Float64Array, back: Int32Array, size: number): Int32Array {
  const labels = new Int32Array(size);
  const base = (size - 1) * LABEL_COUNT;
  let label = 0;
  for (let other = 1; other < LABEL_COUNT; other++) if ((best[base + other] ?? 0) > (best[base + label] ?? 0)) label = other;
  for (let at = size - 1; at >= 0; at--) {
    labels[at] = label;
    label = back[at * LABEL_COUNT + label] ?? 0;
  }
  return labels;
}
