/** Where the values of many rounds lie. */
export interface Spread {
  readonly median: number;
  /** A quarter of the values is less, and a quarter is more. */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly rounds: number;
}

/** The value below which a share of the others lies; between two neighbours in proportion. NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles. */
export function toSpread(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
    rounds: values.length,
  };
}

/** The ratios of each round: what disturbs a round disturbs both sides of it. */
export function toRatios(values: readonly number[], yardstick: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (yardstick[round] ?? Number.NaN));
}
