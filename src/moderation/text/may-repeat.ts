import type { Document, DocumentBlock } from '../model/document.ts';
import { TOKEN_SYMBOL } from '../model/token-table.ts';
import { findRefrains } from './find-refrains.ts';
import { hashShingle } from './hash-shingle.ts';
import { SHINGLE_WORDS } from './shingle-index.ts';

/** Cells of the table for each word, at least: so that few shingles meet in one. */
const SPARSE = 4;
const LEAST_CELLS = 2 ** 10;
const MOST_CELLS = 2 ** 20;

function tableSize(words: number): number {
  return Math.min(MOST_CELLS, Math.max(LEAST_CELLS, 2 ** Math.ceil(Math.log2(words * SPARSE + 1))));
}

/** What one block counted: cells that it has, and shingles in cells that an earlier block had. */
interface Seen {
  cells: number;
  seen: number;
}

/**
 * Enters the shingles of a block. A cell holds twice the number of the block that was there last, counted from one, and one more when an earlier block
 * had been there before: what meets there again may be the same shingle or another, and is taken for whichever makes the share greater.
 */
function enterBlock({ tokens }: Document, block: DocumentBlock, table: Uint32Array, count: Seen): void {
  const { kinds, hashes } = tokens;
  const mask = table.length - 1;
  const own = (block.index + 1) * 2;
  let first = -1;
  let second = -1;
  for (let row = block.tokenStart; row < block.tokenEnd; row++) {
    if (kinds[row] === TOKEN_SYMBOL) continue;
    if (first >= 0) {
      const cell = hashShingle(hashes[first] ?? 0, hashes[second] ?? 0, hashes[row] ?? 0) & mask;
      const found = table[cell] ?? 0;
      if (found < own) {
        const wasTaken = found > 0 ? 1 : 0;
        table[cell] = own + wasTaken;
        count.cells++;
        count.seen += wasTaken;
      } else count.seen += found - own;
    }
    first = second;
    second = row;
  }
}

/**
 * False when no block can have `minShare` of its different 3-word shingles in earlier blocks, and none has the words of an earlier one: then no index of
 * them is needed. True may be wrong. The blocks are those of `indexShingles`. Linear, and much cheaper than an index.
 */
export function mayRepeat(document: Document, minShare: number): boolean {
  const { firstOf } = findRefrains(document);
  const table = new Uint32Array(tableSize(document.tokens.count));
  for (const block of document.blocks) {
    if (firstOf(block) !== block) return true;
    if (block.role === 'title' || block.words < SHINGLE_WORDS) continue;
    const count: Seen = { cells: 0, seen: 0 };
    enterBlock(document, block, table, count);
    // Divided as the share itself is, so that both round alike.
    if (count.cells > 0 && count.seen / count.cells >= minShare) return true;
  }
  return false;
}
