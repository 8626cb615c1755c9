import type { ColumnSpace } from './column-space.ts';
import { Scratch } from './scratch.ts';

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
/** Columns as long as the sequences are many: sorted positions, their seconds, and those that are left. */
const COLUMNS = 3;
/** Three passes of eleven bits sort a hash of 32. */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Sorted positions are read at once and done with. */
const sorting = new Scratch();

/** Turns counts into the places where each digit's entries begin. */
function toPlaces(counts: Int32Array): void {
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += count;
  }
}

/** One stable pass of a radix sort: positions `from` in the order of eleven bits of their hash. */
function sortByDigit(hashes: Uint32Array, from: Int32Array, to: Int32Array, shift: number, places: Int32Array): void {
  places.fill(0);
  for (let at = 0; at < hashes.length; at++) {
    const digit = ((hashes[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  toPlaces(places);
  for (let at = 0; at < from.length; at++) {
    const position = from[at] ?? 0;
    const digit = ((hashes[position] ?? 0) >>> shift) & (DIGITS - 1);
    const place = places[digit] ?? 0;
    to[place] = position;
    places[digit] = place + 1;
  }
}

function sortPositions(hashes: Uint32Array): Int32Array {
  const space = sorting.open(hashes.length * 2 + DIGITS);
  const places = space.int32(DIGITS);
  let sorted = space.int32(hashes.length);
  let spare = space.int32(hashes.length);
  for (let at = 0; at < sorted.length; at++) sorted[at] = at;
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(hashes, sorted, spare, shift, places);
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}

/** Words that occur more than once, by their hashes; they stand in `scratch`. Sorted by digits, so that no choice of words makes it slow. */
export function groupWords(hashes: Uint32Array, scratch = new Scratch()): RepeatedSequences {
  const sorted = sortPositions(hashes);
  const most = (hashes.length >>> 1) + 1;
  const space = scratch.open(hashes.length * 2 + most);
  const positions = space.int32(hashes.length);
  const starts = space.int32(most);
  const groups = space.int32(hashes.length).fill(ALONE);
  let filled = 0;
  let made = 0;
  for (let from = 0; from < sorted.length; ) {
    const hash = hashes[sorted[from] ?? 0];
    let to = from + 1;
    while (to < sorted.length && hashes[sorted[to] ?? 0] === hash) to++;
    if (to - from > 1) {
      for (; from < to; from++) {
        const position = sorted[from] ?? 0;
        positions[filled++] = position;
        groups[position] = made;
      }
      starts[++made] = filled;
    }
    from = to;
  }
  return { size: 1, positions: positions.subarray(0, filled), starts: starts.subarray(0, made + 1), groups };
}

/** Positions in buckets, one for each group. */
interface Buckets {
  readonly positions: Int32Array;
  /** The group of what follows each position, beside it: to look it up would cost a jump through memory. */
  readonly seconds: Int32Array;
  /** Where each bucket ends; it begins where its group does. */
  readonly ends: Int32Array;
}

/** Puts the predecessor of each position into the bucket of its own group, which is then sorted by both. */
function sortPredecessors({ positions, starts, groups }: RepeatedSequences, space: ColumnSpace): Buckets {
  const ends = space.int32(starts.length - 1);
  ends.set(starts.subarray(0, -1));
  const sorted = space.int32(positions.length);
  const seconds = space.int32(positions.length);
  for (let second = 0; second < ends.length; second++) {
    const to = starts[second + 1] ?? 0;
    for (let at = starts[second] ?? 0; at < to; at++) {
      const before = (positions[at] ?? 0) - 1;
      const group = before < 0 ? ALONE : (groups[before] ?? ALONE);
      if (group === ALONE) continue;
      const place = ends[group] ?? 0;
      sorted[place] = before;
      seconds[place] = second;
      ends[group] = place + 1;
    }
  }
  return { positions: sorted, seconds, ends };
}

/**
 * The repeated sequences that are one word longer. A sequence is known by the groups of the shorter ones at its first and
 * its second word, and what occurs once cannot become part of a longer repeat: each step is exact, linear, and looks
 * only at what is left of the step before.
 */
export function lengthenSequences(shorter: RepeatedSequences, scratch = new Scratch()): RepeatedSequences {
  const sequences = shorter.positions.length;
  const most = (sequences >>> 1) + 1;
  const space = scratch.open(sequences * COLUMNS + shorter.starts.length - 1 + most + shorter.groups.length);
  const { positions: buckets, seconds, ends } = sortPredecessors(shorter, space);
  const positions = space.int32(sequences);
  const starts = space.int32(most);
  const groups = space.int32(shorter.groups.length).fill(ALONE);
  let filled = 0;
  let made = 0;
  for (let group = 0; group < ends.length; group++) {
    const end = ends[group] ?? 0;
    for (let from = shorter.starts[group] ?? 0; from < end; ) {
      const second = seconds[from];
      let to = from + 1;
      while (to < end && seconds[to] === second) to++;
      if (to - from > 1) {
        for (; from < to; from++) {
          const position = buckets[from] ?? 0;
          positions[filled++] = position;
          groups[position] = made;
        }
        starts[++made] = filled;
      }
      from = to;
    }
  }
  const { size } = shorter;
  return { size: size + 1, positions: positions.subarray(0, filled), starts: starts.subarray(0, made + 1), groups };
}
