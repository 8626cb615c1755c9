import { randomBits } from '../random-bits.ts';

/** A repeatable source of numbers: the same seed gives the same articles everywhere. */
export interface RandomNumbers {
  /** An integer in `[0, limit)`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(values: readonly T[], otherwise: T) => T;
  readonly isIn: (share: number) => boolean;
}

/** Numbers by `randomBits`, enough for invented text. */
export function createRandomNumbers(seed: number): RandomNumbers {
  const next = randomBits(seed);
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (values, otherwise) => values[below(values.length)] ?? otherwise,
    isIn: (share) => below(1_000_000) < share * 1_000_000,
  };
}
