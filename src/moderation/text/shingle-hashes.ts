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

const START = 0x811c9dc5;

function addWord(hash: number, word: number): number {
  return Math.imul(Math.imul(hash ^ (word & 0xffff), PRIME) ^ (word >>> 16), PRIME);
}

/** One 32-bit hash of the sequence `words[from..to)`. */
export function sequenceHash(words: readonly number[], from: number, to: number): number {
  let hash = START;
  for (let at = from; at < to; at++) hash = addWord(hash, words[at] ?? 0);
  return hash >>> 0;
}

/** The `sequenceHash` of all words and numbers in rows `[from, to)`, without a list of them. */
export function rowsHash({ kinds, hashes }: TokenTable, from: number, to: number): number {
  let hash = START;
  for (let row = from; row < to; row++) if (kinds[row] !== TOKEN_SYMBOL) hash = addWord(hash, hashes[row] ?? 0);
  return hash >>> 0;
}
