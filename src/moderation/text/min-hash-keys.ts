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
 * One key for each bin of a MinHash signature by one permutation (Li, Owen and Zhang 2012), bands of one row: two texts share
 * the key of a bin about as often as the Jaccard of their 3-word shingles. So of `bins` keys one is shared with a probability
 * of `1 - (1 - jaccard)^bins`. Empty bins have no key. The key is that of the three words themselves, with 64 bits.
 */
export function minHashKeys(words: ArrayLike<number>, bins: number, salt: number): readonly string[] {
  const { places } = sketch(words, bins);
  const keys: string[] = [];
  for (const at of places) if (at >= 0) keys.push(wordKey(words, at, at + SHARED_SHINGLE_WORDS, salt));
  return keys;
}
