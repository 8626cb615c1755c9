import { LABEL_COUNT as COUNT } from './labels.ts';
import { ENDS, FOLLOWS, STARTS } from './preceding.ts';

const EVERY = -1;

/** What is known of the words of a sentence before their labels are weighed. */
export interface Lattice {
  /** Score of each label of each word, word by word. */
  readonly scores: Float64Array;
  /** True where no name goes on from the word before. */
  readonly barriers: readonly boolean[];
  /** Labels that a word may have, as bits; all when missing. */
  readonly allowed?: Int32Array;
}

/** Chances of labels: `chances` has a row for each word, `logTotal` is the logarithm of the sum over all allowed labellings, less the best scores of the words. */
export interface Marginals {
  readonly chances: Float64Array;
  readonly logTotal: number;
  /** Forward and backward sums of the words, for the expected number of transitions. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly likelihoods: Float64Array;
}

/** Sums of a sentence word by word. */
type Sums = Omit<Marginals, 'chances' | 'logTotal'>;

/** Labels in ascending order. */
class LabelList {
  readonly labels = new Int32Array(COUNT);
  count = 0;

  /** Lists the labels whose value in the row at `base` is not 0. */
  read(values: Float64Array, base: number): void {
    this.count = 0;
    for (let label = 0; label < COUNT; label++) if (values[base + label] !== 0) this.labels[this.count++] = label;
  }
}

/** Labels that play a part at a word; written over for each word. */
const ALIVE = new LabelList();

/** Scores as likelihoods, each word by its best. */
function writeLikelihoods({ scores, allowed }: Lattice, likelihoods: Float64Array): void {
  for (let base = 0; base < scores.length; base += COUNT) {
    let best = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < COUNT; label++) best = Math.max(best, scores[base + label] ?? 0);
    const bits = allowed?.[base / COUNT] ?? EVERY;
    for (let label = 0; label < COUNT; label++) {
      likelihoods[base + label] = (bits >> label) & 1 ? Math.exp((scores[base + label] ?? 0) - best) : 0;
    }
  }
}

/** Scales the row at `base` to the sum of 1 and returns what its sum was. */
function normalise(values: Float64Array, base: number): number {
  let sum = 0;
  for (let label = 0; label < COUNT; label++) sum += values[base + label] ?? 0;
  if (sum > 0) for (let label = 0; label < COUNT; label++) values[base + label] = (values[base + label] ?? 0) / sum;
  return sum;
}

/** Sum over the labels that live at the word before, each with its step to `label`; at the first word whether a sentence may begin with it. */
function sumBefore(forward: Float64Array, steps: Float64Array, base: number, label: number, isBarrier: boolean): number {
  if (base === 0) return STARTS[label] ? 1 : 0;
  let sum = 0;
  if (isBarrier && !STARTS[label]) return sum;
  for (let row = 0; row < ALIVE.count; row++) {
    const cell = (ALIVE.labels[row] ?? 0) * COUNT + label;
    if (FOLLOWS[cell] === 1) sum += (forward[base - COUNT + (ALIVE.labels[row] ?? 0)] ?? 0) * (steps[cell] ?? 0);
  }
  return sum;
}

function sumForward({ forward, likelihoods }: Sums, steps: Float64Array, barriers: readonly boolean[], size: number): number {
  let logTotal = 0;
  forward.fill(0, 0, size);
  for (let base = 0; base < size; base += COUNT) {
    const isLast = base + COUNT === size;
    if (base > 0) ALIVE.read(forward, base - COUNT);
    for (let label = 0; label < COUNT; label++) {
      const likelihood = likelihoods[base + label] ?? 0;
      if (likelihood === 0 || (isLast && !ENDS[label])) continue;
      forward[base + label] = likelihood * sumBefore(forward, steps, base, label, barriers[base / COUNT] ?? true);
    }
    logTotal += Math.log(normalise(forward, base));
  }
  return logTotal;
}

/** Sum over the labels that live at the word at `base`, each with the step from `label` before it. */
function sumAfter({ backward, likelihoods }: Sums, steps: Float64Array, base: number, label: number, isBarrier: boolean): number {
  let sum = 0;
  for (let row = 0; row < ALIVE.count; row++) {
    const next = ALIVE.labels[row] ?? 0;
    const cell = label * COUNT + next;
    if (FOLLOWS[cell] !== 1 || (isBarrier && !STARTS[next])) continue;
    sum += (steps[cell] ?? 0) * (likelihoods[base + next] ?? 0) * (backward[base + next] ?? 0);
  }
  return sum;
}

function sumBackward(sums: Sums, steps: Float64Array, barriers: readonly boolean[], size: number): void {
  const { backward } = sums;
  for (let label = 0; label < COUNT; label++) backward[size - COUNT + label] = ENDS[label] ? 1 : 0;
  for (let base = size - COUNT; base > 0; base -= COUNT) {
    const isBarrier = barriers[base / COUNT] ?? true;
    ALIVE.read(sums.likelihoods, base);
    for (let label = 0; label < COUNT; label++) backward[base - COUNT + label] = sumAfter(sums, steps, base, label, isBarrier);
    normalise(backward, base - COUNT);
  }
}

/** Fills the sums and writes the chances; returns the logarithm of the total. */
function weighLabels(lattice: Lattice, steps: Float64Array, sums: Sums, chances: Float64Array): number {
  const size = lattice.scores.length;
  const { forward, backward, likelihoods } = sums;
  writeLikelihoods(lattice, likelihoods);
  const logTotal = sumForward(sums, steps, lattice.barriers, size);
  sumBackward(sums, steps, lattice.barriers, size);
  for (let at = 0; at < size; at++) chances[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
  for (let base = 0; base < size; base += COUNT) normalise(chances, base);
  return logTotal;
}

const createSums = (size: number): Sums => ({
  forward: new Float64Array(size),
  backward: new Float64Array(size),
  likelihoods: new Float64Array(size),
});

/**
 * Chances of the labels of a sentence (forward-backward); `steps` are transitions as likelihoods. `logTotal` is -Infinity when
 * nothing is allowed.
 */
export function findMarginals(lattice: Lattice, steps: Float64Array): Marginals {
  const sums = createSums(lattice.scores.length);
  const chances = new Float64Array(lattice.scores.length);
  const logTotal = weighLabels(lattice, steps, sums, chances);
  return { ...sums, chances, logTotal };
}
