const MIN_SLOTS = 16;
/** Slots for each number, at least: with fewer the ways to a free one become long, with more the table leaves the caches. */
const MIN_ROOM = 1.5;

/** Gives each 32-bit number an id: 0, 1, 2, ... in the order in which they come. */
export interface NumberTable {
  /** The id of a number, a new one when it was not seen before. At most `capacity` different numbers may come. */
  readonly idOf: (number: number) => number;
  /** How many different numbers came. */
  readonly size: () => number;
}

/**
 * A table for at most `capacity` different numbers, which should be hashes: slots are taken by their lowest bits. Open
 * addressing in one typed array, several times as fast as a `Map` of as many numbers.
 */
export function createNumberTable(capacity: number): NumberTable {
  let slots = MIN_SLOTS;
  while (slots < capacity * MIN_ROOM) slots *= 2;
  // Slot `i` holds the id plus one at `2 * i` and the number behind it; an id of 0 is an empty slot.
  const table = new Int32Array(slots * 2);
  const mask = slots - 1;
  let size = 0;
  const idOf = (number: number): number => {
    const wanted = number | 0;
    for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
      const known = table[slot * 2] ?? 0;
      if (known === 0) {
        table[slot * 2] = ++size;
        table[slot * 2 + 1] = wanted;
        return size - 1;
      }
      if (table[slot * 2 + 1] === wanted) return known - 1;
    }
  };
  return { idOf, size: () => size };
}
