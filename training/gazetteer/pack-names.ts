import { NAME_BUCKETS, type PackedNames } from '../../src/moderation/annotate/entities/name-index.ts';
import { textHash } from '../../src/moderation/text/text-hash.ts';

function encodePairs(values: readonly number[]): string {
  const bytes = new Uint8Array(values.length * 2);
  for (const [at, value] of values.entries()) {
    bytes[2 * at] = value & 0xff;
    bytes[2 * at + 1] = value >>> 8;
  }
  return Buffer.from(bytes).toString('base64');
}

/** Names by hash; two names of one hash become one with the classes of both. */
export function packNames(names: ReadonlyMap<string, number>): PackedNames {
  const byHash = new Map<number, number>();
  for (const [key, mask] of names) byHash.set(textHash(key), (byHash.get(textHash(key)) ?? 0) | mask);
  const rows = [...byHash].toSorted(([one], [other]) => one - other);
  const masks = [...new Set([0, ...rows.map(([, mask]) => mask)])];
  const rowOfMask = new Map(masks.map((mask, row) => [mask, row]));
  const counts = new Uint8Array(NAME_BUCKETS);
  for (const [hash] of rows) counts[hash >>> 16] = (counts[hash >>> 16] ?? 0) + 1;
  return {
    masks,
    counts: Buffer.from(counts).toString('base64'),
    hashes: encodePairs(rows.map(([hash]) => hash & 0xffff)),
    classes: encodePairs(rows.map(([, mask]) => rowOfMask.get(mask) ?? 0)),
  };
}
