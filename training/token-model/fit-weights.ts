import type { RandomSource } from './random-source.ts';

/** A token as numbers and whether it is garbage (1) or not (0). */
export interface Sample {
  readonly features: Float64Array;
  readonly label: number;
}

/** Weights of a network with one hidden layer, for features brought to mean 0 and spread 1. */
export interface Weights {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly hidden: readonly (readonly number[])[];
  readonly output: readonly number[];
}

const EPOCHS = 14;
const BATCH = 64;
const RATE = 0.004;
const DECAY = 1e-5;

function standardise(samples: readonly Sample[], size: number): { readonly mean: number[]; readonly spread: number[] } {
  const mean = Array.from({ length: size }, () => 0);
  const spread = Array.from({ length: size }, () => 0);
  for (const { features } of samples)
    for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (features[at] ?? 0) / samples.length;
  for (const { features } of samples)
    for (let at = 0; at < size; at++)
      spread[at] = (spread[at] ?? 0) + ((features[at] ?? 0) - (mean[at] ?? 0)) ** 2 / samples.length;
  return { mean, spread: spread.map((variance) => Math.sqrt(variance) || 1) };
}

function shuffle<T>(items: T[], random: RandomSource): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.between(0, at);
    const held = items[at] as T;
    items[at] = items[other] as T;
    items[other] = held;
  }
}

/** One Adam step over all parameters. */
function adam(
  parameters: Float64Array,
  gradient: Float64Array,
  first: Float64Array,
  second: Float64Array,
  step: number,
  rate: number,
): void {
  const scale = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
  for (let at = 0; at < parameters.length; at++) {
    const slope = (gradient[at] ?? 0) / BATCH + DECAY * (parameters[at] ?? 0);
    first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
    second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
    parameters[at] = (parameters[at] ?? 0) - (scale * (first[at] ?? 0)) / (Math.sqrt(second[at] ?? 0) + 1e-8);
  }
  gradient.fill(0);
}

/** Adds one sample's gradient. Layout: for each hidden unit its bias and `size` weights, then output bias and weights. */
function backpropagate(p: Float64Array, gradient: Float64Array, x: Float64Array, label: number, hiddenUnits: number): void {
  const size = x.length;
  const base = hiddenUnits * (size + 1);
  const active = new Float64Array(hiddenUnits);
  let sum = p[base] ?? 0;
  for (let unit = 0; unit < hiddenUnits; unit++) {
    const from = unit * (size + 1);
    let total = p[from] ?? 0;
    for (let at = 0; at < size; at++) total += (p[from + 1 + at] ?? 0) * (x[at] ?? 0);
    active[unit] = Math.tanh(total);
    sum += (p[base + 1 + unit] ?? 0) * (active[unit] ?? 0);
  }
  const error = 1 / (1 + Math.exp(-sum)) - label;
  gradient[base] = (gradient[base] ?? 0) + error;
  for (let unit = 0; unit < hiddenUnits; unit++) {
    const from = unit * (size + 1);
    const value = active[unit] ?? 0;
    gradient[base + 1 + unit] = (gradient[base + 1 + unit] ?? 0) + error * value;
    const back = error * (p[base + 1 + unit] ?? 0) * (1 - value * value);
    gradient[from] = (gradient[from] ?? 0) + back;
    for (let at = 0; at < size; at++) gradient[from + 1 + at] = (gradient[from + 1 + at] ?? 0) + back * (x[at] ?? 0);
  }
}

/** Fits the network to the samples by gradient descent; repeatable for the same `random`. */
export function fitWeights(samples: readonly Sample[], hiddenUnits: number, random: RandomSource): Weights {
  const size = samples[0]?.features.length ?? 0;
  const { mean, spread } = standardise(samples, size);
  const scaled = samples.map(({ features, label }) => ({
    x: features.map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1)),
    label,
  }));
  const p = Float64Array.from({ length: hiddenUnits * (size + 1) + hiddenUnits + 1 }, () => (random.next() - 0.5) * 0.5);
  const [gradient, first, second] = [new Float64Array(p.length), new Float64Array(p.length), new Float64Array(p.length)];
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(scaled, random);
    const rate = RATE * (1 - epoch / EPOCHS) + 1e-5;
    for (let at = 0; at < scaled.length; at++) {
      const sample = scaled[at];
      if (sample) backpropagate(p, gradient, sample.x, sample.label, hiddenUnits);
      if (at % BATCH === BATCH - 1) adam(p, gradient, first, second, ++step, rate);
    }
  }
  const rows = Array.from({ length: hiddenUnits }, (_, unit) => [...p.subarray(unit * (size + 1), (unit + 1) * (size + 1))]);
  return { mean, spread, hidden: rows, output: [...p.subarray(hiddenUnits * (size + 1))] };
}
