import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import type { NotedBlock } from '../../text/create-note.ts';

const BLANK = 0x20;

/** A blank at either end of what parts two tokens; -1 when there is none: punctuation stands before or behind it. */
function findBlank(text: string, from: number, to: number): number {
  if (to === from) return -1;
  if (text.charCodeAt(to - 1) === BLANK) return to - 1;
  return text.charCodeAt(from) === BLANK ? from : -1;
}

/**
 * The stretches of a block between two blanks that have at least `minLength` UTF-16 code units. A step for each token
 * instead of each character; where something else parts two tokens, the stretch goes on. Linear.
 */
export function findLongRuns({ text, tokens }: Document, block: NotedBlock, minLength: number): readonly Span[] {
  const { starts, ends } = tokens;
  const { tokenEnd } = block;
  const found: Span[] = [];
  let start = block.start;
  for (let row = block.tokenStart + 1; row < tokenEnd; row++) {
    const end = findBlank(text, ends[row - 1] ?? 0, starts[row] ?? 0);
    if (end < 0) continue;
    if (end - start >= minLength) found.push({ start, end });
    start = end + 1;
  }
  if (block.end - start >= minLength) found.push({ start, end: block.end });
  return found;
}
