/** What a cache of sums knows a word or a list of classes by. Written by that cache alone. */
export interface CacheMark {
  /** The number. */
  id: number;
  /** The time of the cache in which it has the number; in another it has none. */
  epoch: object | undefined;
}

export const createMark = (): CacheMark => ({ id: 0, epoch: undefined });
