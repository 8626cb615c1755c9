import { randomBits } from '../../src/evaluation/random-bits.ts';

/** A repeatable source of numbers: the same seed gives the same benchmark everywhere. */
export interface RandomSource {
  /** An integer in `[0, limit)`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
}

/** Numbers by `randomBits`, enough for invented text. */
export function randomSource(seed: number): RandomSource {
  const next = randomBits(seed);
  const below = (limit: number): number => next() % limit;
  return { below, pick: (values) => values[below(values.length)] ?? values[0] };
}
