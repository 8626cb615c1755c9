import { mixBits } from './mix-bits.ts';

const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca77;

/** Words of a shingle that is compared across articles. */
export const SHARED_SHINGLE_WORDS = 3;

/** The hash of the shingle of three words that begins at `at`. */
export function shingleHash(words: ArrayLike<number>, at: number): number {
  const pair = Math.imul(words[at] ?? 0, FIRST) + ((words[at + 1] ?? 0) | 0);
  return mixBits((Math.imul(pair, SECOND) + ((words[at + 2] ?? 0) | 0)) | 0);
}
