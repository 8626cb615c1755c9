import gazetteer from '../../../../models/gazetteer.json' with { type: 'json' };
import { findHash, findName, openNames } from './name-index.ts';

const NAMES = openNames(gazetteer);

/** Words of the longest name. */
export const MAX_NAME_WORDS: number = gazetteer.maxWords;

/**
 * Classes of a name or word as bits of `NAME_CLASS`, 0 when it is unknown. `key` is as `toNameKey` makes it. Only hashes are kept:
 * an unknown key is taken for a known one at the rate of the number of names in 2 to the power of 32, below 1 in 20,000.
 * For the longest name at a word, go on while the mask has `begins`.
 */
export function lookUpName(key: string): number {
  return findName(NAMES, key);
}

/** The same by the FNV-1a hash of a key, before it is spread. */
export function lookUpHash(hash: number): number {
  return findHash(NAMES, hash);
}
