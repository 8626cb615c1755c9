import { SHARED_SHINGLE_WORDS, shingleHash } from '../../text/shingle-hash.ts';
import type { OwnBlock } from './own-block.ts';

/** Bits for each shingle, at least: of shingles that it does not have it then lets by fewer than one in sixteen. */
const BITS = 16;
const WORD_BITS = 32;

/** Tells apart by one bit what an article may have and what it surely has not. */
export interface ShingleFilter {
  /** False: no block has the shingle. */
  readonly mayHave: (shingle: number) => boolean;
}

/** Knows the shingles of all blocks. Most of what other articles hold is turned away here, before it costs memory. */
export function createShingleFilter(blocks: readonly OwnBlock[]): ShingleFilter {
  const wanted = blocks.reduce((sum, { words }) => sum + words.length, 0) * BITS;
  let size = WORD_BITS;
  while (size < wanted) size *= 2;
  const mask = size - 1;
  const bits = new Int32Array(size / WORD_BITS);
  for (const { words } of blocks) {
    for (let at = 0; at + SHARED_SHINGLE_WORDS <= words.length; at++) {
      const bit = shingleHash(words, at) & mask;
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
  return { mayHave: (shingle) => ((bits[(shingle & mask) >>> 5] ?? 0) & (1 << (shingle & 31))) !== 0 };
}
