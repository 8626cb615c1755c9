import { mixBits } from '../../text/mix-bits.ts';
import { textHash } from '../../text/text-hash.ts';

/** As it stands in `models/gazetteer.json`; the strings are base64 of bytes, low byte first. */
export interface PackedNames {
  /** Distinct masks; index 0 is 0. */
  readonly masks: readonly number[];
  /** Names in each of 65,536 buckets, a byte each; the bucket is the upper half of a name's hash. */
  readonly counts: string;
  /** Lower halves of the hashes, bucket by bucket, ascending; 16 bits each. */
  readonly hashes: string;
  /** Index into `masks` of each name in the same order, 16 bits each. */
  readonly classes: string;
}

/** Names by hash, bucket by bucket. The strings hold a byte a character: to read them in place is quicker than to copy them. */
export interface NameIndex {
  readonly masks: readonly number[];
  /** Where each bucket begins; one more than there are buckets. */
  readonly starts: Uint32Array;
  readonly hashes: string;
  readonly classes: string;
}

/** Buckets of the index. */
export const NAME_BUCKETS = 65_536;

/** Opens packed names; throws `RangeError` when the parts do not fit each other. */
export function openNames(packed: PackedNames): NameIndex {
  const [counts, hashes, classes] = [atob(packed.counts), atob(packed.hashes), atob(packed.classes)];
  const starts = new Uint32Array(NAME_BUCKETS + 1);
  let names = 0;
  for (let at = 0; at < counts.length; at++) {
    names += counts.charCodeAt(at);
    starts[at + 1] = names;
  }
  if (counts.length !== NAME_BUCKETS || hashes.length !== 2 * names || classes.length !== 2 * names)
    throw new RangeError(`${names} names in ${counts.length} buckets, ${hashes.length} and ${classes.length} bytes`);
  return { masks: packed.masks, starts, hashes, classes };
}

const readPair = (bytes: string, at: number): number => bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8);

/** The mask of a key, 0 when it is unknown. */
export function findName(index: NameIndex, key: string): number {
  return findSpread(index, textHash(key));
}

/** The mask of the key whose FNV-1a hash this is, before it is spread as `textHash` does. */
export function findHash(index: NameIndex, hash: number): number {
  return findSpread(index, mixBits(hash));
}

function findSpread(index: NameIndex, hash: number): number {
  const bucket = hash >>> 16;
  const low = hash & 0xffff;
  const end = index.starts[bucket + 1] ?? 0;
  for (let at = index.starts[bucket] ?? 0; at < end; at++)
    if (readPair(index.hashes, at) === low) return index.masks[readPair(index.classes, at)] ?? 0;
  return 0;
}
