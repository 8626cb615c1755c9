import { TABLE_SIZE } from '../../moderation/annotate/entities/sequence/feature-buffer.ts';
import { findMarginals, type Marginals } from '../../moderation/annotate/entities/sequence/find-marginals.ts';
import { LABEL_COUNT as COUNT, OUTSIDE } from '../../moderation/annotate/entities/sequence/labels.ts';
import { findRow, type NameModel, readWeight } from '../../moderation/annotate/entities/sequence/name-model.ts';
import { FOLLOWING, FOLLOWING_AT_BARRIER } from '../../moderation/annotate/entities/sequence/preceding.ts';
import { createShuffle } from './create-shuffle.ts';
import type { TrainingSentence } from './training-sentence.ts';

/** Weights as they are learned: a row of labels for each feature, and of labels for each label before. */
export interface TrainedWeights {
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

export interface TrainingSettings {
  /** Times that all sentences are gone through. */
  readonly rounds: number;
  /** Length of the steps of learning. */
  readonly rate: number;
  /** Share of words whose identity is hidden, so that their form and surroundings are learned too. */
  readonly hidden: number;
  /** Share of features, in sixteenths, that are left out each time, so that none is relied on alone. */
  readonly dropped: number;
  readonly seed: number;
}

export const TRAINING_SETTINGS: TrainingSettings = { rounds: 5, rate: 0.1, hidden: 0.1, dropped: 6 / 16, seed: 1 };

/** Smallest difference of chances that is learned from. */
const MIN_DIFFERENCE = 2e-3;
/** Keeps the first steps of a weight short (AdaGrad). */
const DAMPING = 0.1;
const TRANSITION_DAMPING = 1;
const NEVER = -1e4;
const DROP_STEPS = 16;

/** What training keeps besides the weights: sums of squared gradients (AdaGrad), and what it reuses for each sentence. */
interface Training extends TrainedWeights {
  readonly squares: Float32Array;
  readonly transitionSquares: Float64Array;
  readonly random: () => number;
  readonly settings: TrainingSettings;
  /** Changes for each sentence what is left out. */
  salt: number;
}

/** True for a feature that is left out of the sentence in hand; the same features are in its scores and in what is learned. */
function isDropped({ salt, settings }: Training, row: number): boolean {
  const mixed = Math.imul(row ^ salt, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) & (DROP_STEPS - 1)) < settings.dropped * DROP_STEPS;
}

function scoreSentence(training: Training, sentence: TrainingSentence, skipped: Int32Array): Float64Array {
  const { weights } = training;
  const { rows, starts, plain } = sentence;
  const scores = new Float64Array(plain.length * COUNT);
  for (let at = 0; at < plain.length; at++) {
    const base = at * COUNT;
    if (plain[at]) {
      scores.fill(NEVER, base, base + COUNT);
      scores[base + OUTSIDE] = 0;
      continue;
    }
    const end = starts[at + 1] ?? 0;
    for (let feature = (starts[at] ?? 0) + (skipped[at] ?? 0); feature < end; feature++) {
      if (isDropped(training, rows[feature] ?? 0)) continue;
      const from = (rows[feature] ?? 0) * COUNT;
      for (let label = 0; label < COUNT; label++)
        scores[base + label] = (scores[base + label] ?? 0) + (weights[from + label] ?? 0);
    }
  }
  return scores;
}

/** Labels whose chance is not as wanted, and by how much. */
interface Differences {
  readonly labels: Int32Array;
  readonly values: Float64Array;
  count: number;
}

function readDifferences(wanted: Float64Array, given: Float64Array, base: number, weight: number, into: Differences): void {
  into.count = 0;
  for (let label = 0; label < COUNT; label++) {
    const difference = ((given[base + label] ?? 0) - (wanted[base + label] ?? 0)) * weight;
    if (Math.abs(difference) < MIN_DIFFERENCE) continue;
    into.labels[into.count] = label;
    into.values[into.count++] = difference;
  }
}

/** One step of AdaGrad for the weights of one feature. */
function learnRow({ weights, squares }: Training, from: number, { labels, values, count }: Differences, rate: number): void {
  for (let row = 0; row < count; row++) {
    const cell = from + (labels[row] ?? 0);
    const difference = values[row] ?? 0;
    const square = (squares[cell] ?? 0) + difference * difference;
    squares[cell] = square;
    weights[cell] = (weights[cell] ?? 0) - (rate * difference) / Math.sqrt(square + DAMPING);
  }
}

function learnWords(
  training: Training,
  { rows, starts, plain, weight }: TrainingSentence,
  skipped: Int32Array,
  [wanted, given]: readonly [Float64Array, Float64Array],
  rate: number,
): void {
  const differences = { labels: new Int32Array(COUNT), values: new Float64Array(COUNT), count: 0 };
  for (let at = 0; at < plain.length; at++) {
    readDifferences(wanted, given, at * COUNT, weight, differences);
    if (differences.count === 0) continue;
    const end = starts[at + 1] ?? 0;
    for (let feature = (starts[at] ?? 0) + (skipped[at] ?? 0); feature < end; feature++)
      if (!isDropped(training, rows[feature] ?? 0)) learnRow(training, (rows[feature] ?? 0) * COUNT, differences, rate);
  }
}

/** Chances of each pair of labels at the word at `base` and the word before, not yet scaled, into `pairs`; returns their sum. */
function weighPairs(
  { forward, backward, likelihoods }: Marginals,
  steps: Float64Array,
  base: number,
  following: readonly (readonly number[])[],
  pairs: Float64Array,
): number {
  let total = 0;
  for (let label = 0; label < COUNT; label++) {
    const before = forward[base - COUNT + label] ?? 0;
    for (const next of following[label] ?? []) {
      const pair = before * (steps[label * COUNT + next] ?? 0) * (likelihoods[base + next] ?? 0) * (backward[base + next] ?? 0);
      pairs[label * COUNT + next] = pair;
      total += pair;
    }
  }
  return total;
}

/** Adds the expected number of each transition, times `sign`. */
function addTransitions(
  marginals: Marginals,
  steps: Float64Array,
  barriers: readonly boolean[],
  sign: number,
  sums: Float64Array,
): void {
  const pairs = new Float64Array(COUNT * COUNT);
  for (let base = COUNT; base < marginals.forward.length; base += COUNT) {
    const following = barriers[base / COUNT] ? FOLLOWING_AT_BARRIER : FOLLOWING;
    pairs.fill(0);
    const total = weighPairs(marginals, steps, base, following, pairs);
    if (total === 0) continue;
    for (let cell = 0; cell < pairs.length; cell++) sums[cell] = (sums[cell] ?? 0) + (sign * (pairs[cell] ?? 0)) / total;
  }
}

function learnTransitions({ transitions, transitionSquares }: Training, sums: Float64Array, weight: number, rate: number): void {
  for (let cell = 0; cell < sums.length; cell++) {
    const difference = (sums[cell] ?? 0) * weight;
    if (difference === 0) continue;
    const square = (transitionSquares[cell] ?? 0) + difference * difference;
    transitionSquares[cell] = square;
    transitions[cell] = (transitions[cell] ?? 0) - (rate * difference) / Math.sqrt(square + TRANSITION_DAMPING);
  }
}

function learnSentence(training: Training, sentence: TrainingSentence, rate: number): void {
  const { barriers, allowed, identities, weight } = sentence;
  const skipped = identities.map((count) => (training.random() < training.settings.hidden ? count : 0));
  training.salt = Math.floor(training.random() * 2 ** 31);
  const scores = scoreSentence(training, sentence, skipped);
  const steps = training.transitions.map(Math.exp);
  const wanted = findMarginals({ scores, barriers, allowed }, steps);
  if (!Number.isFinite(wanted.logTotal)) return;
  const given = findMarginals({ scores, barriers }, steps);
  learnWords(training, sentence, skipped, [wanted.chances, given.chances], rate);
  const sums = new Float64Array(COUNT * COUNT);
  addTransitions(wanted, steps, barriers, -1, sums);
  addTransitions(given, steps, barriers, 1, sums);
  learnTransitions(training, sums, weight, rate);
}

/** Full steps at first, half in the last round but one, a quarter in the last. */
function rateOf({ rounds, rate }: TrainingSettings, round: number): number {
  return rate * (round < rounds - 2 ? 1 : round === rounds - 2 ? 0.5 : 0.25);
}

/** The weights of a model, spread over all rows; zeros without one. */
function startWeights(start: NameModel | undefined): TrainedWeights {
  const weights = new Float32Array(TABLE_SIZE * COUNT);
  for (let feature = 0; start && feature < TABLE_SIZE; feature++) {
    const row = findRow(start, feature);
    for (let label = 0; row >= 0 && label < COUNT; label++) weights[feature * COUNT + label] = readWeight(start, row, label);
  }
  return { weights, transitions: start ? start.transitions.slice() : new Float64Array(COUNT * COUNT) };
}

/**
 * Trains a linear-chain conditional random field by stochastic gradient steps (AdaGrad). Where a word may have several labels, their
 * sum is made likely. The same sentences in the same order and the same settings give the same weights. Goes on from the
 * weights of `start`, if given.
 */
export function trainNameModel(
  sentences: readonly TrainingSentence[],
  settings: TrainingSettings,
  onProgress: (done: number, total: number) => void,
  start?: NameModel,
): TrainedWeights {
  const random = createShuffle(settings.seed);
  const training: Training = {
    ...startWeights(start),
    squares: new Float32Array(TABLE_SIZE * COUNT),
    transitionSquares: new Float64Array(COUNT * COUNT),
    random: random.next,
    settings,
    salt: 0,
  };
  const scored = sentences.filter(({ plain }) => plain.some((isPlain) => !isPlain));
  const total = scored.length * settings.rounds;
  for (let round = 0; round < settings.rounds; round++) {
    for (const [done, sentence] of random.shuffle(scored).entries()) {
      if (done % 500 === 0) onProgress(round * scored.length + done, total);
      learnSentence(training, sentence, rateOf(settings, round));
    }
  }
  return training;
}
