const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over the UTF-16 code units `[from, to)` of a text, 32 bits; goes on from a hash of what stands before. */
export function hashWord(text: string, from = 0, to: number = text.length, before: number = OFFSET): number {
  let hash = before;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}
