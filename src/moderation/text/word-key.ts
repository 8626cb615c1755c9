import { mixBits } from './mix-bits.ts';

const PRIME = 0x01000193;
const OTHER_PRIME = 0x85ebca6b;

/** Two 32-bit halves as one signed number of 64 bits, in decimal, as databases write it. */
function toKey(high: number, low: number): string {
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)).toString();
}

/**
 * A 64-bit key of the words `[from, to)`: two independent 32-bit hashes, FNV-1a by whole words and one with the multiplier of
 * MurmurHash3, each spread over all bits. `salt` sets keys of different meaning apart.
 */
export function wordKey(words: ArrayLike<number>, from: number, to: number, salt: number): string {
  let high = 0x811c9dc5 ^ salt;
  let low = 0x9e3779b1 + salt;
  for (let at = from; at < to; at++) {
    const word = words[at] ?? 0;
    high = Math.imul(high ^ word, PRIME);
    low = Math.imul(low, OTHER_PRIME) + Math.imul(word, 0xc2b2ae35);
    low ^= low >>> 15;
  }
  return toKey(mixBits(high), mixBits(low ^ (to - from)));
}
