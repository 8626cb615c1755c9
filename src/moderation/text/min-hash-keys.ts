import { SHARED_SHINGLE_WORDS, shingleHash } from './shingle-hash.ts';
import { wordKey } from './word-key.ts';

/** The smallest shingle of each bin: the place where it begins, and its hash. */
interface Sketch {
  readonly smallest: Uint32Array;
  readonly places: Int32Array;
}

function sketch(words: ArrayLike<number>, bins: number): Sketch {
  const smallest = new Uint32Array(bins).fill(0xffffffff);
  const places = new Int32Array(bins).fill(-1);
  for (let at = 0; at + SHARED_SHINGLE_WORDS <= words.length; at++) {
    const hash = shingleHash(words, at);
    // The high bits choose the bin: `hash / 2^32 * bins`.
    const bin = Math.floor((hash / 0x100000000) * bins);
    if (hash >= (smallest[bin] ?? 0)) continue;
    smallest[bin] = hash;
    places[bin] = at;
  }
  return { smallest, places };
}

/**
 * Words of a key: the shingle and the word after it. Three words recur by chance ("said on Tuesday"): 413 pages of news shared a key with 2.9
 * others each; with four words it was .12, with five .02. Each word more is one more that an edited copy must have left.
 */
const KEY_WORDS = SHARED_SHINGLE_WORDS + 1;

/**
 * One key for each bin of a MinHash signature by one permutation (Li, Owen and Zhang 2012), bands of one row: two texts have the smallest
 * shingle of a bin in common about as often as the Jaccard of their 3-word shingles, and share its key when the next word is the same
 * too. Empty bins have no key. The key is that of the words themselves, with 64 bits.
 */
export function minHashKeys(words: ArrayLike<number>, bins: number, salt: number): readonly string[] {
  const { places } = sketch(words, bins);
  const keys: string[] = [];
  // The last shingle of a text has its word before it.
  const last = Math.max(0, words.length - KEY_WORDS);
  for (const at of places) {
    if (at < 0) continue;
    const from = Math.min(at, last);
    keys.push(wordKey(words, from, Math.min(words.length, from + KEY_WORDS), salt));
  }
  return keys;
}
