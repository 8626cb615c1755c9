import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** How many words before a token are looked at for "commit", "wallet" and the like; at the end of a block before it, more. */
const WORDS_BEFORE = 4;
const WORDS_ABOVE = 8;
const QUOTES = '"\'`“”‘’«»„‹›';

function findWord(document: Document, from: number, to: number, words: ReadonlySet<string>): string | undefined {
  const { starts, ends } = document.tokens;
  for (let row = from; row < to; row++) {
    const word = document.text.slice(starts[row], ends[row]).toLowerCase();
    if (words.has(word)) return word;
  }
  return undefined;
}

/** The last character before `at` that is no space, inside the block. */
function markBefore(document: Document, block: DocumentBlock, at: number): string {
  let before = at - 1;
  while (before >= block.start && document.text[before] === ' ') before--;
  return before >= block.start ? (document.text[before] ?? '') : '';
}

function explainInside(document: Document, block: DocumentBlock, span: Span, words: ReadonlySet<string>): string | undefined {
  const row = lowerBound(document.tokens.starts, document.tokens.count, span.start);
  const word = findWord(document, Math.max(block.tokenStart, row - WORDS_BEFORE), row, words);
  if (word !== undefined) return word;
  const mark = markBefore(document, block, span.start);
  if (mark === ':' || mark === '=' || mark === '#') return mark;
  return mark !== '' && QUOTES.includes(mark) ? 'quotation' : undefined;
}

function explainAbove(document: Document, above: DocumentBlock, words: ReadonlySet<string>): string | undefined {
  if (above.text.endsWith(':')) return ':';
  return findWord(document, Math.max(above.tokenStart, above.tokenEnd - WORDS_ABOVE), above.tokenEnd, words);
}

/**
 * What announces a token as a code: a word such as "commit" or "wallet" shortly before it, a colon, a quotation mark; for
 * the first token of a block also the end of the block above.
 */
export function explainContext(
  document: Document,
  block: DocumentBlock,
  span: Span,
  words: ReadonlySet<string>,
): string | undefined {
  const inside = explainInside(document, block, span, words);
  if (inside !== undefined || span.start > block.start) return inside;
  const above = document.blocks[block.index - 1];
  return above && explainAbove(document, above, words);
}
