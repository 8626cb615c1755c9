import { randomBits } from '../../src/evaluation/random-bits.ts';

/** Repeatable numbers for samples and weights: the same seed makes the same model. */
export interface RandomSource {
  /** A number in `[0, 1)`. */
  readonly next: () => number;
  /** An integer in `[low, high]`. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
}

/** Numbers by `randomBits`. */
export function randomSource(seed: number): RandomSource {
  const bits = randomBits(seed);
  const next = (): number => bits() / 2 ** 32;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return { next, between, pick };
}
