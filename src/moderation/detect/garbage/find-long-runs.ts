import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';

const BLANK = 0x20;

/**
 * The stretches of a block between two blanks that have at least `minLength` UTF-16 code units. A step for each token
 * instead of each character; where something else parts two tokens, the stretch goes on. Linear.
 */
export function findLongRuns({ text, tokens }: Document, block: DocumentBlock, minLength: number): readonly Span[] {
  const { starts, ends } = tokens;
  const { tokenEnd } = block;
  const found: Span[] = [];
  let start = block.start;
  for (let row = block.tokenStart + 1; row < tokenEnd; row++) {
    const end = ends[row - 1] ?? 0;
    const next = starts[row] ?? 0;
    if (next - end !== 1 || text.charCodeAt(end) !== BLANK) continue;
    if (end - start >= minLength) found.push({ start, end });
    start = next;
  }
  if (block.end - start >= minLength) found.push({ start, end: block.end });
  return found;
}
