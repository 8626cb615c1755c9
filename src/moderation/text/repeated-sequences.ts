/** Word sequences of one size that occur more than once, in groups of equal ones. */
export interface RepeatedSequences {
  readonly size: number;
  /** Index of the first word of each, group after group; within a group they ascend. */
  readonly positions: Int32Array;
  /** Where each group begins in `positions`, and the end of the last. */
  readonly starts: Int32Array;
  /** For each word of the text the group of the sequence that begins there; -1 where it occurs once. */
  readonly groups: Int32Array;
}

const ALONE = -1;
/** Three passes of eleven bits sort a hash of 32. */
const DIGIT_BITS = 11;
const DIGIT_SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS];

/** Collects groups as they are found; `limit` is the number of positions there can be. */
class Grouping {
  readonly positions: Int32Array;
  readonly starts: Int32Array;
  readonly groups: Int32Array;
  #filled = 0;
  #made = 0;

  constructor(words: number, limit: number) {
    this.positions = new Int32Array(limit);
    this.starts = new Int32Array((limit >>> 1) + 1);
    this.groups = new Int32Array(words).fill(ALONE);
  }

  /** Adds `sorted[from..to)` as a group; one of a single position is none. */
  add(sorted: Int32Array, from: number, to: number): void {
    if (to - from < 2) return;
    this.starts[this.#made] = this.#filled;
    for (let at = from; at < to; at++) {
      const position = sorted[at] ?? 0;
      this.positions[this.#filled++] = position;
      this.groups[position] = this.#made;
    }
    this.#made++;
  }

  close(size: number): RepeatedSequences {
    this.starts[this.#made] = this.#filled;
    const starts = this.starts.subarray(0, this.#made + 1);
    return { size, positions: this.positions.subarray(0, this.#filled), starts, groups: this.groups };
  }
}

function sortByDigit(hashes: Uint32Array, from: Int32Array, to: Int32Array, shift: number): void {
  const mask = (1 << DIGIT_BITS) - 1;
  const next = new Int32Array(1 << DIGIT_BITS);
  for (const hash of hashes) next[(hash >>> shift) & mask] = (next[(hash >>> shift) & mask] ?? 0) + 1;
  let sum = 0;
  for (let digit = 0; digit <= mask; digit++) {
    const count = next[digit] ?? 0;
    next[digit] = sum;
    sum += count;
  }
  for (let at = 0; at < from.length; at++) {
    const position = from[at] ?? 0;
    const digit = ((hashes[position] ?? 0) >>> shift) & mask;
    const slot = next[digit] ?? 0;
    to[slot] = position;
    next[digit] = slot + 1;
  }
}

/** Words that occur more than once, by their hashes. Sorted by digits, so that no choice of words makes it slow. */
export function groupWords(hashes: Uint32Array): RepeatedSequences {
  let sorted = Int32Array.from(hashes, (_, index) => index);
  let spare = new Int32Array(hashes.length);
  for (const shift of DIGIT_SHIFTS) {
    sortByDigit(hashes, sorted, spare, shift);
    [sorted, spare] = [spare, sorted];
  }
  const grouping = new Grouping(hashes.length, hashes.length);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && hashes[sorted[to] ?? 0] === hashes[sorted[from] ?? 0]) to++;
    grouping.add(sorted, from, to);
    from = to;
  }
  return grouping.close(1);
}

/** Puts the predecessor of each position into the bucket of its own group: `buckets` is then sorted by both. */
function sortPredecessors({ positions, groups }: RepeatedSequences, ends: Int32Array): Int32Array {
  const buckets = new Int32Array(positions.length);
  for (const position of positions) {
    const group = position === 0 ? ALONE : (groups[position - 1] ?? ALONE);
    if (group === ALONE) continue;
    const slot = ends[group] ?? 0;
    buckets[slot] = position - 1;
    ends[group] = slot + 1;
  }
  return buckets;
}

/**
 * The repeated sequences that are one word longer. A sequence is known by the groups of its first and its second word's
 * shorter sequence, and one that occurs once cannot become part of a longer repeat: each step is exact, linear, and
 * looks only at what is left of the step before.
 */
export function lengthenSequences(shorter: RepeatedSequences): RepeatedSequences {
  const { starts, groups, positions, size } = shorter;
  const ends = starts.slice(0, -1);
  const buckets = sortPredecessors(shorter, ends);
  const grouping = new Grouping(groups.length, positions.length);
  for (let group = 0; group < ends.length; group++) {
    const end = ends[group] ?? 0;
    for (let from = starts[group] ?? 0; from < end; ) {
      const second = groups[(buckets[from] ?? 0) + 1];
      let to = from + 1;
      while (to < end && groups[(buckets[to] ?? 0) + 1] === second) to++;
      grouping.add(buckets, from, to);
      from = to;
    }
  }
  return grouping.close(size + 1);
}
