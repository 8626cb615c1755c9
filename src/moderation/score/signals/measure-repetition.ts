import { groupWords, lengthenSequences, type RepeatedSequences } from '../../text/repeated-sequences.ts';
import { Scratch } from '../../text/scratch.ts';

/** Sizes of the sequences of which the most frequent is looked for, and of those that are looked for in all places. */
const TOP_SIZES = [2, 3, 4] as const;
const COPY_SIZES = [5, 6, 7, 8, 9, 10] as const;
const LONGEST = 10;

/** Characters of words that stand in repeated sequences, by the size of the sequence in words. */
export interface Repetition {
  /** Of all occurrences of the most frequent sequence. */
  readonly top: ReadonlyMap<number, number>;
  /** Of all sequences that occurred before; the first occurrence does not count. */
  readonly copied: ReadonlyMap<number, number>;
}

/** Characters of the words that occurrences `[from, to)` of one sequence cover, each word once. */
function coveredBy({ positions, size }: RepeatedSequences, from: number, to: number, lengths: Int32Array): number {
  let covered = 0;
  let reach = 0;
  for (let at = from; at < to; at++) {
    const position = positions[at] ?? 0;
    for (let word = Math.max(reach, position); word < position + size; word++) covered += lengths[word] ?? 0;
    reach = position + size;
  }
  return covered;
}

/** Of the sequences that occur most often the one with most characters; 0 when none occurs twice. */
function measureTop(sequences: RepeatedSequences, lengths: Int32Array): number {
  const { starts } = sequences;
  let occurrences = 0;
  let covered = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const from = starts[group] ?? 0;
    const to = starts[group + 1] ?? 0;
    if (to - from < occurrences) continue;
    const characters = coveredBy(sequences, from, to, lengths);
    covered = to - from > occurrences ? characters : Math.max(covered, characters);
    occurrences = to - from;
  }
  return covered;
}

/** Notes for each word the longest sequence beginning there that occurred before. */
function markCopies({ positions, starts, size }: RepeatedSequences, longest: Uint8Array): void {
  for (let group = 0; group + 1 < starts.length; group++) {
    const to = starts[group + 1] ?? 0;
    for (let at = (starts[group] ?? 0) + 1; at < to; at++) longest[positions[at] ?? 0] = size;
  }
}

/**
 * Characters of copied words for each size in `COPY_SIZES`. What occurred before in ten words occurred before in nine, so
 * one number a word tells all sizes.
 */
function measureCopies(longest: Uint8Array, lengths: Int32Array): ReadonlyMap<number, number> {
  const covered = new Float64Array(LONGEST + 1);
  const reach = new Int32Array(LONGEST + 1);
  let furthest = 0;
  for (let at = 0; at < longest.length; at++) {
    const copy = longest[at] ?? 0;
    if (copy === 0 && at >= furthest) continue;
    furthest = Math.max(furthest, at + copy);
    for (const size of COPY_SIZES) {
      if (copy >= size) reach[size] = at + size;
      if (at < (reach[size] ?? 0)) covered[size] = (covered[size] ?? 0) + (lengths[at] ?? 0);
    }
  }
  return new Map(COPY_SIZES.map((size) => [size, covered[size] ?? 0]));
}

/** Memory for sequences of an odd and of an even number of words. */
const scratch = { odd: new Scratch(), even: new Scratch() };

/** Measures repetition of a text given as hashes and lengths of its words. Linear in their number. */
export function measureRepetition(hashes: Uint32Array, lengths: Int32Array): Repetition {
  const top = new Map<number, number>();
  const longest = new Uint8Array(hashes.length);
  let sequences = groupWords(hashes, scratch.odd);
  while (sequences.size < LONGEST && sequences.positions.length > 0) {
    // The shorter sequences are read while the longer ones are written.
    sequences = lengthenSequences(sequences, sequences.size % 2 === 0 ? scratch.odd : scratch.even);
    if (TOP_SIZES.some((size) => size === sequences.size)) top.set(sequences.size, measureTop(sequences, lengths));
    if (sequences.size >= COPY_SIZES[0]) markCopies(sequences, longest);
  }
  return { top, copied: measureCopies(longest, lengths) };
}
