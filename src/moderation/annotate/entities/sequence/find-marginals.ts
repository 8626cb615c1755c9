import { LABEL_COUNT as COUNT } from './labels.ts';
import { ENDS, FOLLOWING, FOLLOWING_AT_BARRIER, PRECEDING, PRECEDING_AT_BARRIER, STARTS } from './preceding.ts';

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

/** Scores as likelihoods, each word by its best; those below `floor` are none. */
function toLikelihoods({ scores, allowed }: Lattice, floor: number): Float64Array {
  const likelihoods = new Float64Array(scores.length);
  for (let base = 0; base < scores.length; base += COUNT) {
    let best = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < COUNT; label++) best = Math.max(best, scores[base + label] ?? 0);
    const bits = allowed?.[base / COUNT] ?? EVERY;
    for (let label = 0; label < COUNT; label++) {
      const likelihood = (bits >> label) & 1 ? Math.exp((scores[base + label] ?? 0) - best) : 0;
      likelihoods[base + label] = likelihood < floor ? 0 : likelihood;
    }
  }
  return likelihoods;
}

/** Scales the row at `base` to the sum of 1 and returns what its sum was. */
function normalise(values: Float64Array, base: number): number {
  let sum = 0;
  for (let label = 0; label < COUNT; label++) sum += values[base + label] ?? 0;
  if (sum > 0) for (let label = 0; label < COUNT; label++) values[base + label] = (values[base + label] ?? 0) / sum;
  return sum;
}

/** Sum over the labels before, each with its step to `label`; at the first word whether a sentence may begin with it. */
function sumBefore(
  forward: Float64Array,
  steps: Float64Array,
  base: number,
  label: number,
  preceding: readonly number[],
): number {
  if (base === 0) return STARTS[label] ? 1 : 0;
  let sum = 0;
  for (const before of preceding) sum += (forward[base - COUNT + before] ?? 0) * (steps[before * COUNT + label] ?? 0);
  return sum;
}

function sumForward(likelihoods: Float64Array, steps: Float64Array, barriers: readonly boolean[], forward: Float64Array): number {
  let logTotal = 0;
  for (let base = 0; base < forward.length; base += COUNT) {
    const preceding = barriers[base / COUNT] ? PRECEDING_AT_BARRIER : PRECEDING;
    const isLast = base + COUNT === forward.length;
    for (let label = 0; label < COUNT; label++) {
      const likelihood = likelihoods[base + label] ?? 0;
      if (likelihood === 0 || (isLast && !ENDS[label])) continue;
      forward[base + label] = likelihood * sumBefore(forward, steps, base, label, preceding[label] ?? []);
    }
    logTotal += Math.log(normalise(forward, base));
  }
  return logTotal;
}

function sumBackward(likelihoods: Float64Array, steps: Float64Array, barriers: readonly boolean[], backward: Float64Array): void {
  const last = backward.length - COUNT;
  for (let label = 0; label < COUNT; label++) backward[last + label] = ENDS[label] ? 1 : 0;
  for (let base = backward.length - COUNT; base > 0; base -= COUNT) {
    const following = barriers[base / COUNT] ? FOLLOWING_AT_BARRIER : FOLLOWING;
    for (let label = 0; label < COUNT; label++) {
      let sum = 0;
      for (const next of following[label] ?? []) {
        const likelihood = likelihoods[base + next] ?? 0;
        if (likelihood !== 0) sum += (steps[label * COUNT + next] ?? 0) * likelihood * (backward[base + next] ?? 0);
      }
      backward[base - COUNT + label] = sum;
    }
    normalise(backward, base - COUNT);
  }
}

/**
 * Chances of the labels of a sentence (forward-backward); `steps` are transitions as likelihoods. `logTotal` is -Infinity when
 * nothing is allowed. Labels whose likelihood is below `floor` of the best of their word are left out: most labels of most words
 * are so unlikely, and weighing them is most of the work.
 */
export function findMarginals(lattice: Lattice, steps: Float64Array, floor = 0): Marginals {
  const size = lattice.scores.length;
  const [forward, backward, chances] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const likelihoods = toLikelihoods(lattice, floor);
  const logTotal = sumForward(likelihoods, steps, lattice.barriers, forward);
  sumBackward(likelihoods, steps, lattice.barriers, backward);
  for (let at = 0; at < size; at++) chances[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
  for (let base = 0; base < size; base += COUNT) normalise(chances, base);
  return { chances, logTotal, forward, backward, likelihoods };
}
