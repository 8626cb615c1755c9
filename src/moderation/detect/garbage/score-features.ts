import model from '../../../../models/token-weights.json' with { type: 'json' };
import { FEATURES } from './features.ts';

interface Network {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  /** Of each unit its bias and a weight for each feature. */
  readonly hidden: readonly (readonly number[])[];
  readonly output: readonly number[];
}

/** A network for features as they are measured: mean and spread are in its weights, a row for each unit. */
interface Layer {
  readonly rows: Float64Array;
  readonly output: Float64Array;
}

const ROW = FEATURES.length + 1;

function openLayer({ mean, spread, hidden, output }: Network): Layer {
  const rows = new Float64Array(hidden.length * ROW);
  for (const [unit, row] of hidden.entries()) {
    let bias = row[0] ?? 0;
    for (let at = 0; at < FEATURES.length; at++) {
      const weight = (row[at + 1] ?? 0) / (spread[at] ?? 1);
      rows[unit * ROW + at + 1] = weight;
      bias -= weight * (mean[at] ?? 0);
    }
    rows[unit * ROW] = bias;
  }
  return { rows, output: Float64Array.from(output) };
}

const layers: readonly Layer[] = model.networks.map(openLayer);

/** Log-odds that one network of a hidden layer gives. */
function vote({ rows, output }: Layer, features: Float64Array): number {
  let sum = output[0] ?? 0;
  for (let unit = 1, from = 0; unit < output.length; unit++, from += ROW) {
    let total = rows[from] ?? 0;
    for (let at = 0; at < FEATURES.length; at++) total += (rows[from + at + 1] ?? 0) * (features[at] ?? 0);
    sum += (output[unit] ?? 0) * Math.tanh(total);
  }
  return sum;
}

/** Probability, 0 to 1, that a token with these features is garbage: the networks' mean vote. */
export function scoreFeatures(features: Float64Array): number {
  let sum = 0;
  for (const layer of layers) sum += vote(layer, features);
  return 1 / (1 + Math.exp(-sum / layers.length));
}
