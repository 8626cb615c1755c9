const LINE_ENDS: ReadonlySet<number> = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);

/** Number of lines that are not empty. Every character that ends a line for the engine ends one here. */
export function countLines(text: string): number {
  let lines = 0;
  let isOpen = false;
  for (let at = 0; at < text.length; at++) {
    const isEnd = LINE_ENDS.has(text.charCodeAt(at));
    if (!isEnd && !isOpen) lines++;
    isOpen = !isEnd;
  }
  return lines;
}
