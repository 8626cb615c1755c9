/** FNV-1a over the UTF-16 code units `[from, to)` of a text, 32 bits. */
export function hashWord(text: string, from = 0, to: number = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
