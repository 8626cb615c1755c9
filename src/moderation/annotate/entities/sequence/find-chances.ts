import type { Lattice } from './find-marginals.ts';
import { LABEL_COUNT as COUNT, OUTSIDE } from './labels.ts';
import { ENDS, FOLLOWS, STARTS } from './preceding.ts';
import { NEVER } from './score-words.ts';

/** Below the logarithm of the floor by more than any rounding. */
const LOG_MARGIN = 1e-6;

/** What is reckoned with, a row of labels for each word; of a row only the cells of living labels mean anything. */
interface Work {
  /** Labels that live at each word, ascending, and how many. */
  readonly alive: Uint8Array;
  readonly counts: Uint8Array;
  readonly likelihoods: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

const createWork = (size: number): Work => ({
  alive: new Uint8Array(size),
  counts: new Uint8Array(size / COUNT),
  likelihoods: new Float64Array(size),
  forward: new Float64Array(size),
  backward: new Float64Array(size),
});

/** Written over for each sentence, and made anew for a longer one. */
let work = createWork(COUNT);

/** Scores of a word as likelihoods by its best; labels below `floor` do not live. */
function readWord(scores: Float64Array, base: number, floor: number, least: number): void {
  const { alive, counts, likelihoods } = work;
  // A plain word can be nothing but `O`.
  if (scores[base + OUTSIDE + 1] === NEVER) {
    alive[base] = OUTSIDE;
    likelihoods[base + OUTSIDE] = 1;
    counts[base / COUNT] = 1;
    return;
  }
  let best = scores[base] ?? 0;
  for (let cell = base + 1; cell < base + COUNT; cell++) best = Math.max(best, scores[cell] ?? 0);
  let count = 0;
  for (let label = 0; label < COUNT; label++) {
    const distance = (scores[base + label] ?? 0) - best;
    // Most labels of most words are far below the floor: no exponent has to be asked.
    if (distance < least) continue;
    const likelihood = Math.exp(distance);
    if (likelihood < floor) continue;
    alive[base + count++] = label;
    likelihoods[base + label] = likelihood;
  }
  counts[base / COUNT] = count;
}

/** Scales the living cells of a row to the sum of 1. */
function normalise(values: Float64Array, base: number): void {
  const { alive, counts } = work;
  const end = base + (counts[base / COUNT] ?? 0);
  let sum = 0;
  for (let at = base; at < end; at++) sum += values[base + (alive[at] ?? 0)] ?? 0;
  if (sum <= 0) return;
  for (let at = base; at < end; at++) {
    const cell = base + (alive[at] ?? 0);
    values[cell] = (values[cell] ?? 0) / sum;
  }
}

/** Sum over the labels that live at the word before, each with its step to `label`. */
function sumBefore(steps: Float64Array, base: number, label: number): number {
  const { alive, counts, forward } = work;
  const before = base - COUNT;
  const end = before + (counts[before / COUNT] ?? 0);
  let sum = 0;
  for (let at = before; at < end; at++) {
    const other = alive[at] ?? 0;
    const cell = other * COUNT + label;
    if (FOLLOWS[cell] === 1) sum += (forward[before + other] ?? 0) * (steps[cell] ?? 0);
  }
  return sum;
}

function weighForward(steps: Float64Array, barriers: readonly boolean[], size: number): void {
  const { alive, counts, likelihoods, forward } = work;
  for (let base = 0; base < size; base += COUNT) {
    const isLast = base + COUNT === size;
    const isBarrier = base === 0 || (barriers[base / COUNT] ?? true);
    const end = base + (counts[base / COUNT] ?? 0);
    for (let at = base; at < end; at++) {
      const label = alive[at] ?? 0;
      const isShut = (isLast && !ENDS[label]) || (isBarrier && !STARTS[label]);
      const sum = isShut ? 0 : base === 0 ? 1 : sumBefore(steps, base, label);
      forward[base + label] = (likelihoods[base + label] ?? 0) * sum;
    }
    normalise(forward, base);
  }
}

/** Sum over the labels that live at the word at `base`, each with the step from `label` before it. */
function sumAfter(steps: Float64Array, base: number, label: number, isBarrier: boolean): number {
  const { alive, counts, likelihoods, backward } = work;
  const end = base + (counts[base / COUNT] ?? 0);
  let sum = 0;
  for (let at = base; at < end; at++) {
    const next = alive[at] ?? 0;
    const cell = label * COUNT + next;
    if (FOLLOWS[cell] !== 1 || (isBarrier && !STARTS[next])) continue;
    sum += (steps[cell] ?? 0) * (likelihoods[base + next] ?? 0) * (backward[base + next] ?? 0);
  }
  return sum;
}

function weighBackward(steps: Float64Array, barriers: readonly boolean[], size: number): void {
  const { alive, counts, backward } = work;
  for (let base = size - COUNT; base >= 0; base -= COUNT) {
    const isLast = base + COUNT === size;
    const isBarrier = barriers[base / COUNT + 1] ?? true;
    const end = base + (counts[base / COUNT] ?? 0);
    for (let at = base; at < end; at++) {
      const label = alive[at] ?? 0;
      backward[base + label] = isLast ? (ENDS[label] ? 1 : 0) : sumAfter(steps, base + COUNT, label, isBarrier);
    }
    normalise(backward, base);
  }
}

/**
 * The chances of labels as `findMarginals` gives them, in the same rows. Labels whose likelihood is below `floor` of the best of
 * their word are left out: most labels of most words are so unlikely, and weighing them would be most of the work.
 */
export function findChances({ scores, barriers }: Lattice, steps: Float64Array, floor: number): Float64Array {
  const size = scores.length;
  const chances = new Float64Array(size);
  if (work.forward.length < size) work = createWork(size * 2);
  const least = Math.log(floor) - LOG_MARGIN;
  for (let base = 0; base < size; base += COUNT) readWord(scores, base, floor, least);
  weighForward(steps, barriers, size);
  weighBackward(steps, barriers, size);
  const { alive, counts, forward, backward } = work;
  for (let base = 0; base < size; base += COUNT) {
    const end = base + (counts[base / COUNT] ?? 0);
    for (let at = base; at < end; at++) {
      const cell = base + (alive[at] ?? 0);
      chances[cell] = (forward[cell] ?? 0) * (backward[cell] ?? 0);
    }
    normalise(chances, base);
  }
  return chances;
}
