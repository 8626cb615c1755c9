import type { Document, DocumentBlock } from '../../model/document.ts';

/** Words at the end of the block above and at the start of the one below that may point at a line. */
const NEAR_WORDS = 14;
/** Words between "this" and "line": "the loop below", "this little script". */
const MAX_BETWEEN = 2;

export interface PointingWords {
  /** "This", "following", "below". */
  readonly pointers: ReadonlySet<string>;
  /** "Line", "loop", "script": what a line of code is called. */
  readonly things: ReadonlySet<string>;
}

function pointsAtCode({ text, tokens }: Document, from: number, to: number, { pointers, things }: PointingWords): boolean {
  let pointed = Number.NEGATIVE_INFINITY;
  let named = Number.NEGATIVE_INFINITY;
  for (let row = from; row < to; row++) {
    const start = tokens.starts[row] ?? 0;
    const word = text.slice(start, Math.min(tokens.ends[row] ?? 0, start + 24)).toLowerCase();
    if (pointers.has(word)) pointed = row;
    if (things.has(word)) named = row;
    if (Math.abs(pointed - named) <= MAX_BETWEEN + 1) return true;
  }
  return false;
}

/** Does the block above or below a line speak of "this line", "the loop below", "the following command"? */
export function isPointedAt(document: Document, block: DocumentBlock, words: PointingWords): boolean {
  const above = document.blocks[block.index - 1];
  const below = document.blocks[block.index + 1];
  return (
    (above !== undefined &&
      pointsAtCode(document, Math.max(above.tokenStart, above.tokenEnd - NEAR_WORDS), above.tokenEnd, words)) ||
    (below !== undefined &&
      pointsAtCode(document, below.tokenStart, Math.min(below.tokenEnd, below.tokenStart + NEAR_WORDS), words))
  );
}
