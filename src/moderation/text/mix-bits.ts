/** Spreads a 32-bit number over all 32 bits. Source: the finaliser of MurmurHash3 (Appleby, public domain). */
export function mixBits(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
