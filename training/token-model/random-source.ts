/** Repeatable numbers for samples and weights: the same seed makes the same model. */
export interface RandomSource {
  /** A number in `[0, 1)`. */
  readonly next: () => number;
  /** An integer in `[low, high]`. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
}

/** Mulberry32. */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return { next, between, pick };
}
