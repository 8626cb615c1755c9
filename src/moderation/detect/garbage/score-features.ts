import model from '../../../../models/token-weights.json' with { type: 'json' };

interface Network {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  /** Of each unit its bias and a weight for each feature. */
  readonly hidden: readonly (readonly number[])[];
  readonly output: readonly number[];
}

const networks: readonly Network[] = model.networks;

/** Log-odds that one network of a hidden layer gives. */
function vote({ mean, spread, hidden, output }: Network, features: Float64Array): number {
  let sum = output[0] ?? 0;
  for (let unit = 0; unit < hidden.length; unit++) {
    const row = hidden[unit] ?? [];
    let total = row[0] ?? 0;
    for (let at = 0; at < features.length; at++) {
      total += ((row[at + 1] ?? 0) * ((features[at] ?? 0) - (mean[at] ?? 0))) / (spread[at] ?? 1);
    }
    sum += (output[unit + 1] ?? 0) * Math.tanh(total);
  }
  return sum;
}

/** Probability, 0 to 1, that a token with these features is garbage: the networks' mean vote. */
export function scoreFeatures(features: Float64Array): number {
  let sum = 0;
  for (const network of networks) sum += vote(network, features);
  return 1 / (1 + Math.exp(-sum / networks.length));
}
