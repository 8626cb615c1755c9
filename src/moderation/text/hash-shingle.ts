import { mixBits } from './mix-bits.ts';

const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca77;

/** The hash of three words that follow each other, from their own hashes, well mixed. */
export function hashShingle(first: number, second: number, third: number): number {
  const pair = (Math.imul(first, FIRST) + (second | 0)) | 0;
  return mixBits((Math.imul(pair, SECOND) + (third | 0)) | 0);
}
