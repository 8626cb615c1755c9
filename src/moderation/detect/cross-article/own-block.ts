import type { Document, DocumentBlock } from '../../model/document.ts';
import { isFact, isShareable, listWordRows } from '../../text/fingerprint-document.ts';
import { visitQuotations } from '../../text/is-inside-quotation.ts';

/** A block of the article in question as columns; row `i` is its word number `i`. */
export interface OwnBlock {
  readonly block: DocumentBlock;
  readonly words: Uint32Array;
  /** 1 for a number or a word with a capital. */
  readonly facts: Uint8Array;
  /** 1 for a word that the author answers for: outside of quotations, which anybody may print. */
  readonly free: Uint8Array;
}

function findFree({ text, tokens }: Document, block: DocumentBlock, rows: Int32Array): Uint8Array {
  const free = new Uint8Array(rows.length).fill(1);
  let at = 0;
  visitQuotations(text.slice(block.start, block.end), (from, to) => {
    const startOf = (index: number): number => (tokens.starts[rows[index] ?? 0] ?? 0) - block.start;
    while (at < rows.length && startOf(at) < from) at++;
    while (at < rows.length && startOf(at) < to) free[at++] = 0;
  });
  return free;
}

/** The blocks of a document that are compared with other articles. `isInsert` tells which belong to the source, not to the article. */
export function readOwnBlocks(document: Document, isInsert: (block: DocumentBlock) => boolean): readonly OwnBlock[] {
  return document.blocks.filter(isShareable).map((block) => {
    const rows = listWordRows(document, block);
    return {
      block,
      words: Uint32Array.from(rows, (row) => document.tokens.hashes[row] ?? 0),
      facts: Uint8Array.from(rows, (row) => (isFact(document, row) ? 1 : 0)),
      free: isInsert(block) ? new Uint8Array(rows.length) : findFree(document, block, rows),
    };
  });
}
