import { LABEL_COUNT as COUNT, OUTSIDE } from './labels.ts';
import { ENDS, PRECEDING, PRECEDING_AT_BARRIER, STARTS } from './preceding.ts';
import { NEVER } from './score-words.ts';

const LEAST = -1e9;
const NONE: readonly number[] = [];
const AFTER_OUTSIDE: readonly number[] = [OUTSIDE];

/** Best scores of each label of each word, and the label before it with which it has them. */
interface Paths {
  best: Float64Array;
  back: Int32Array;
}

/** Written over for each sentence, and made anew for a longer one. */
const PATHS: Paths = { best: new Float64Array(COUNT), back: new Int32Array(COUNT) };

/** True for a word that can be nothing but `O`. */
const isShut = (scores: Float64Array, base: number): boolean => scores[base + OUTSIDE + 1] === NEVER;

/** The label before `label` of the word at `base` with which it scores best, `preceding` being those that may stand there. */
function extendPath(
  { best, back }: Paths,
  transitions: Float64Array,
  base: number,
  label: number,
  preceding: readonly number[],
): void {
  let top = LEAST;
  let from = 0;
  for (let row = 0; row < preceding.length; row++) {
    const before = preceding[row] ?? 0;
    const sum = (best[base - COUNT + before] ?? 0) + (transitions[before * COUNT + label] ?? 0);
    if (sum > top) {
      top = sum;
      from = before;
    }
  }
  best[base + label] = top;
  back[base + label] = from;
}

/** Best paths to each label of the word at `base`. Of words that can be nothing but `O` no other label is asked. */
function extendPaths(
  paths: Paths,
  scores: Float64Array,
  transitions: Float64Array,
  base: number,
  preceding: readonly (readonly number[])[],
): void {
  const last = isShut(scores, base) ? OUTSIDE : COUNT - 1;
  const isAfterShut = isShut(scores, base - COUNT);
  paths.best.fill(LEAST, base + last + 1, base + COUNT);
  for (let label = 0; label <= last; label++) {
    const before = preceding[label] ?? NONE;
    extendPath(paths, transitions, base, label, isAfterShut && STARTS[label] ? AFTER_OUTSIDE : before);
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
  if (PATHS.best.length < scores.length) {
    PATHS.best = new Float64Array(scores.length * 2);
    PATHS.back = new Int32Array(scores.length * 2);
  }
  const { best } = PATHS;
  for (let label = 0; label < COUNT && size > 0; label++) best[label] = STARTS[label] ? 0 : LEAST;
  for (let at = 0; at < size; at++) {
    const base = at * COUNT;
    if (at > 0) extendPaths(PATHS, scores, transitions, base, barriers[at] ? PRECEDING_AT_BARRIER : PRECEDING);
    for (let cell = base; cell < base + COUNT; cell++) best[cell] = Math.max(LEAST, (best[cell] ?? 0) + (scores[cell] ?? 0));
  }
  return traceBack(best, PATHS.back, size);
}
