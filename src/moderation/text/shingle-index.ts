import type { Document, DocumentBlock } from '../model/document.ts';
import { TOKEN_SYMBOL } from '../model/token-table.ts';
import { ColumnSpace } from './column-space.ts';
import { createDocumentNote } from './create-document-note.ts';
import { findRefrains } from './find-refrains.ts';
import { hashShingle } from './hash-shingle.ts';
import { createNumberTable } from './number-table.ts';

/** Words of a shingle. */
export const SHINGLE_WORDS = 3;
/** Blocks that are remembered of each shingle, the first ones: more would cost time on texts that repeat themselves. */
export const HOLDERS = 3;

/** The different 3-word shingles of each block, and the first blocks that hold each of them. */
export interface ShingleIndex {
  /** The shingles of block `i` are `ids[offsets[i]]` to `ids[offsets[i + 1] - 1]`, in the order of the text. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  /** Row of `Document.tokens` where each of `ids` begins. */
  readonly rows: Int32Array;
  /** Hash of each id, well mixed. */
  readonly hashes: Uint32Array;
  /** Of each id `HOLDERS` places with the index of a block plus one, ascending; 0 in places that are free. */
  readonly holders: Int32Array;
}

/** With a cell for each shingle: ids, rows, hashes. */
const COLUMNS = 3;

function createEmpty(document: Document): ShingleIndex {
  const most = document.tokens.count + 1;
  const blocks = document.blocks.length + 1;
  const space = new ColumnSpace(blocks + most * (COLUMNS + HOLDERS));
  return {
    offsets: space.int32(blocks),
    ids: space.int32(most),
    rows: space.int32(most),
    hashes: space.uint32(most),
    holders: space.int32(most * HOLDERS),
  };
}

/** Enters a block as holder of a shingle; false when it is one already. `latest` is the last holder of each shingle. */
function enter({ holders }: ShingleIndex, id: number, block: number, latest: Int32Array): boolean {
  if (latest[id] === block + 1) return false;
  latest[id] = block + 1;
  const end = (id + 1) * HOLDERS;
  let at = id * HOLDERS;
  while (at < end && holders[at] !== 0) at++;
  if (at < end) holders[at] = block + 1;
  return true;
}

function computeIndex(document: Document): ShingleIndex {
  const { tokens, blocks } = document;
  const { kinds, hashes } = tokens;
  const { firstOf } = findRefrains(document);
  const index = createEmpty(document);
  const table = createNumberTable(blocks.reduce((words, block) => words + block.words, 0));
  const latest = new Int32Array(tokens.count + 1);
  let size = 0;
  const readBlock = (block: DocumentBlock): void => {
    const end = block.tokenEnd;
    let firstRow = -1;
    let secondRow = -1;
    let filled = size;
    for (let row = block.tokenStart; row < end; row++) {
      if (kinds[row] === TOKEN_SYMBOL) continue;
      if (firstRow >= 0) {
        const hash = hashShingle(hashes[firstRow] ?? 0, hashes[secondRow] ?? 0, hashes[row] ?? 0);
        const id = table.idOf(hash);
        if (enter(index, id, block.index, latest)) {
          index.hashes[id] = hash;
          index.rows[filled] = firstRow;
          index.ids[filled++] = id;
        }
      }
      firstRow = secondRow;
      secondRow = row;
    }
    size = filled;
  };
  for (const block of blocks) {
    index.offsets[block.index] = size;
    if (block.role !== 'title' && block.words >= SHINGLE_WORDS && firstOf(block) === block) readBlock(block);
  }
  index.offsets[blocks.length] = size;
  return index;
}

/**
 * Indexes the shingles of a document. Later copies of a block with the same words, and the title, are left out: they
 * have no shingles here. Linear in time and memory.
 */
export const indexShingles: (document: Document) => ShingleIndex = createDocumentNote(computeIndex);
