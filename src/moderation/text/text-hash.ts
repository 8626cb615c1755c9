import { mixBits } from './mix-bits.ts';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** 32 bits that stand for a text, even over all bits: FNV-1a over its UTF-16 code units, then spread. */
export function textHash(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return mixBits(hash);
}
