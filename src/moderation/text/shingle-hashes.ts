import { TOKEN_SYMBOL, type TokenTable } from '../model/token-table.ts';

const PRIME = 0x01000193;

/** Hashes of the words and numbers in rows `[from, to)`, symbols left out. */
export function wordHashes(tokens: TokenTable, from: number, to: number): number[] {
  const hashes: number[] = [];
  for (let row = from; row < to; row++) {
    if (tokens.kinds[row] !== TOKEN_SYMBOL) hashes.push(tokens.hashes[row] ?? 0);
  }
  return hashes;
}

/** The set of hashed `size`-word shingles of a word sequence; empty when it is shorter than `size`. */
export function shingleHashes(words: readonly number[], size: number): Set<number> {
  const shingles = new Set<number>();
  for (let at = 0; at + size <= words.length; at++) shingles.add(sequenceHash(words, at, at + size));
  return shingles;
}

/** One 32-bit hash of the sequence `words[from..to)`. */
export function sequenceHash(words: readonly number[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    const word = words[at] ?? 0;
    hash = Math.imul(hash ^ (word & 0xffff), PRIME);
    hash = Math.imul(hash ^ (word >>> 16), PRIME);
  }
  return hash >>> 0;
}
