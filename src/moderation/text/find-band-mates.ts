import { mixBits } from './mix-bits.ts';
import { createNumberTable } from './number-table.ts';
import type { ShingleIndex } from './shingle-index.ts';

const BINS = 32;
const BIN_SHIFT = 27;
const BANDS = 10;
const ROWS = 3;
const EMPTY = 0xffffffff;

/** Smallest hash of each bin of a block's shingles; an empty bin takes the value of the next one that is not. */
function signBlock(index: ShingleIndex, from: number, to: number, signature: Uint32Array): void {
  signature.fill(EMPTY);
  for (let at = from; at < to; at++) {
    const hash = index.hashes[index.ids[at] ?? 0] ?? 0;
    const bin = hash >>> BIN_SHIFT;
    if (hash < (signature[bin] ?? 0)) signature[bin] = hash;
  }
  for (let turn = 2 * BINS - 1; turn >= 0; turn--) {
    const bin = turn % BINS;
    if (signature[bin] === EMPTY) signature[bin] = signature[(bin + 1) % BINS] ?? EMPTY;
  }
}

function bandHash(signature: Uint32Array, band: number): number {
  let hash = band + 1;
  for (let row = band * ROWS; row < (band + 1) * ROWS; row++) hash = mixBits(hash ^ (signature[row] ?? 0));
  return hash;
}

/**
 * For each block the first blocks that share a band of its MinHash signature, each once: blocks that are probably near
 * copies, however many copies there are. One-permutation hashing with rotation (Shrivastava and Li 2014), 10 bands of
 * 3: blocks with a Jaccard of .6 meet in one band at least with a probability of .9, those of .3 with .24. No
 * randomness: the hash of a shingle is its place in the one permutation. Linear.
 */
export function findBandMates(index: ShingleIndex): (block: number) => readonly number[] {
  const blocks = index.offsets.length - 1;
  const buckets = createNumberTable(blocks * BANDS);
  const firstOf = new Int32Array(blocks * BANDS).fill(-1);
  const signature = new Uint32Array(BINS);
  const mates: (readonly number[])[] = [];
  for (let block = 0; block < blocks; block++) {
    const [from, to] = [index.offsets[block] ?? 0, index.offsets[block + 1] ?? 0];
    const found: number[] = [];
    if (to > from) signBlock(index, from, to, signature);
    for (let band = 0; band < BANDS && to > from; band++) {
      const bucket = buckets.idOf(bandHash(signature, band));
      const first = firstOf[bucket] ?? -1;
      if (first < 0) firstOf[bucket] = block;
      else if (!found.includes(first)) found.push(first);
    }
    mates.push(found);
  }
  return (block) => mates[block] ?? [];
}
