import { HOLDERS, type ShingleIndex } from './shingle-index.ts';

/** Blocks that are compared exactly: those that share most by the count of the first holders. */
const MAX_COMPARED = 3;
/** Shingles of a block that point to others, about; with fewer, two blocks of which one is half of the other could miss. */
const SAMPLED = 32;
/** Shingles: a block of no more is read through for one of them, a longer one has a table. */
const MAX_READ_THROUGH = 128;
/** A block this many times longer is looked up in a table of its own rather than read through. */
const MUCH_LONGER = 8;

/** What a block shares with another one. */
export interface Overlap {
  readonly block: number;
  /** Shingles that both hold. */
  readonly shared: number;
  /** Share of the shingles of the block in question. */
  readonly containment: number;
  readonly jaccard: number;
}

/** Looks for what a block shares with others; blocks are named by their index. */
export interface OverlapFinder {
  readonly size: (block: number) => number;
  /** Share of a block's shingles that stand in any earlier block. */
  readonly shareSeen: (block: number) => number;
  /** The block that shares most among those that are wanted; of two that share as much the one more alike, then the first. */
  readonly findBest: (block: number, isWanted: (other: number) => boolean) => Overlap | undefined;
  /** Row of the document's tokens where a shingle begins in a block; undefined when the block lacks it. */
  readonly rowOf: (block: number, id: number) => number | undefined;
}

interface Counts {
  readonly of: Int32Array;
  readonly touched: number[];
}

function countOne({ of, touched }: Counts, other: number, isWanted: (other: number) => boolean): void {
  const count = of[other] ?? 0;
  if (count === 0) {
    if (!isWanted(other)) return;
    touched.push(other);
  }
  of[other] = count + 1;
}

/** Shingles whose hash has none of these bits are counted: all of a short block, about as many of a long one. */
function sampleMask(size: number): number {
  let mask = 0;
  for (let left = size; left > SAMPLED; left >>>= 1) mask = (mask << 1) | 1;
  return mask;
}

function countHolders(index: ShingleIndex, block: number, counts: Counts, isWanted: (other: number) => boolean): void {
  const { offsets, ids, holders, hashes } = index;
  const [from, end] = [offsets[block] ?? 0, offsets[block + 1] ?? 0];
  const mask = sampleMask(end - from);
  for (let at = from; at < end; at++) {
    const id = ids[at] ?? 0;
    if (((hashes[id] ?? 0) & mask) !== 0) continue;
    for (let place = id * HOLDERS; place < (id + 1) * HOLDERS; place++) {
      const other = (holders[place] ?? 0) - 1;
      if (other < 0) break;
      if (other !== block) countOne(counts, other, isWanted);
    }
  }
}

/** The blocks with the highest counts, the first one of equals; the counts are set back to nothing. */
function takeHighest({ of, touched }: Counts): number[] {
  const highest: number[] = [];
  while (highest.length < MAX_COMPARED && highest.length < touched.length) {
    let most = 0;
    let found = -1;
    for (let at = 0; at < touched.length; at++) {
      const block = touched[at] ?? 0;
      const count = of[block] ?? 0;
      if (count > most || (count === most && block < found)) [most, found] = [count, block];
    }
    highest.push(found);
    of[found] = 0;
  }
  for (let at = 0; at < touched.length; at++) of[touched[at] ?? 0] = 0;
  touched.length = 0;
  return highest;
}

function isBetter(a: Overlap, b: Overlap): boolean {
  if (a.shared !== b.shared) return a.shared > b.shared;
  return a.jaccard === b.jaccard ? a.block < b.block : a.jaccard > b.jaccard;
}

/** Looks shingles up in blocks: in a short one by reading it, in a long one by a table that is made once. */
function createRowFinder({ offsets, ids, rows }: ShingleIndex): OverlapFinder['rowOf'] {
  const tables = new Map<number, ReadonlyMap<number, number>>();
  const makeTable = (block: number, from: number, end: number): ReadonlyMap<number, number> => {
    const table = new Map<number, number>();
    for (let at = from; at < end; at++) table.set(ids[at] ?? 0, rows[at] ?? 0);
    tables.set(block, table);
    return table;
  };
  return (block, id) => {
    const from = offsets[block] ?? 0;
    const end = offsets[block + 1] ?? 0;
    if (end - from > MAX_READ_THROUGH) return (tables.get(block) ?? makeTable(block, from, end)).get(id);
    for (let at = from; at < end; at++) if (ids[at] === id) return rows[at];
    return undefined;
  };
}

/**
 * A finder over an index; `matesOf` names blocks to compare besides those that the first holders of each shingle point
 * to. A call costs the length of its block; longer blocks are read through once in all.
 */
export function createOverlapFinder(index: ShingleIndex, matesOf: (block: number) => readonly number[]): OverlapFinder {
  const { offsets, ids, holders } = index;
  const counts: Counts = { of: new Int32Array(offsets.length), touched: [] };
  // 1 for each shingle of the block in question; in most articles no block is compared, and none is needed.
  let marks = new Uint8Array(0);
  const rowOf = createRowFinder(index);
  const startOf = (block: number): number => offsets[block] ?? 0;
  const size = (block: number): number => startOf(block + 1) - startOf(block);

  const countLookedUp = (block: number, other: number): number => {
    let shared = 0;
    for (let at = startOf(block); at < startOf(block + 1); at++) if (rowOf(other, ids[at] ?? 0) !== undefined) shared++;
    return shared;
  };
  const mark = (block: number, value: 0 | 1): void => {
    if (marks.length === 0) marks = new Uint8Array(ids.length);
    const end = startOf(block + 1);
    for (let at = startOf(block); at < end; at++) marks[ids[at] ?? 0] = value;
  };
  // Adds marks rather than asking for each: whether the next shingle is shared no processor can foretell.
  const countShared = (block: number, other: number): number => {
    if (size(other) > MUCH_LONGER * size(block)) return countLookedUp(block, other);
    const end = startOf(other + 1);
    let shared = 0;
    for (let at = startOf(other); at < end; at++) shared += marks[ids[at] ?? 0] ?? 0;
    return shared;
  };
  const compare = (block: number, other: number): Overlap => {
    const shared = countShared(block, other);
    const jaccard = shared / (size(block) + size(other) - shared);
    return { block: other, shared, containment: shared / size(block), jaccard };
  };
  const findBest = (block: number, isWanted: (other: number) => boolean): Overlap | undefined => {
    countHolders(index, block, counts, isWanted);
    const others = takeHighest(counts);
    for (const mate of matesOf(block)) if (mate !== block && isWanted(mate) && !others.includes(mate)) others.push(mate);
    let best: Overlap | undefined;
    mark(block, 1);
    for (const other of others) {
      const overlap = compare(block, other);
      if (overlap.shared > 0 && (!best || isBetter(overlap, best))) best = overlap;
    }
    mark(block, 0);
    return best;
  };
  const shareSeen = (block: number): number => {
    const end = startOf(block + 1);
    let seen = 0;
    for (let at = startOf(block); at < end; at++) {
      if ((holders[(ids[at] ?? 0) * HOLDERS] ?? 0) - 1 < block) seen++;
    }
    return size(block) === 0 ? 0 : seen / size(block);
  };
  return { size, shareSeen, findBest, rowOf };
}
