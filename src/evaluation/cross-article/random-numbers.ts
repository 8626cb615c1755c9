/** A repeatable source of numbers: the same seed gives the same articles everywhere. */
export interface RandomNumbers {
  /** An integer in `[0, limit)`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(values: readonly T[], otherwise: T) => T;
  readonly isIn: (share: number) => boolean;
}

/** Mulberry32 (public domain): 32 bits of state, enough for invented text. */
export function createRandomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    pick: (values, otherwise) => values[below(values.length)] ?? otherwise,
    isIn: (share) => below(1_000_000) < share * 1_000_000,
  };
}
