/** Numbers that look random and are the same for the same seed. */
export interface Shuffle {
  /** From 0 to below 1. */
  readonly next: () => number;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
}

/** Source: mulberry32 (T. Ettinger, public domain). */
export function createShuffle(seed: number): Shuffle {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const shuffle = <T>(items: readonly T[]): readonly T[] => {
    const keyed = items.map((item) => ({ item, key: next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return { next, shuffle };
}
