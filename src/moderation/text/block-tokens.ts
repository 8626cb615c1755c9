import type { Span } from '../model/span.ts';
import { TOKEN_SYMBOL, type TokenTable } from '../model/token-table.ts';
import { createNote, type NotedBlock } from './create-note.ts';
import { addTokens, openColumns } from './tokenize.ts';

/** The tokens of a block's own text. */
export interface BlockTokens {
  readonly count: number;
  /** Tokens that are no symbols. */
  readonly words: number;
  /** Start and end in the text, hash and kind of each, one behind the other. */
  readonly cells: Int32Array;
}

const CELLS = 4;
/** Three numbers of four bytes, and the kind. */
const ROW_BYTES = 13;

function pack({ count, starts, ends, hashes, kinds }: TokenTable): BlockTokens {
  const cells = new Int32Array(count * CELLS);
  let words = 0;
  for (let row = 0, at = 0; row < count; row++) {
    cells[at++] = starts[row] ?? 0;
    cells[at++] = ends[row] ?? 0;
    cells[at++] = hashes[row] ?? 0;
    cells[at++] = kinds[row] ?? 0;
    if (kinds[row] !== TOKEN_SYMBOL) words++;
  }
  return { count, words, cells };
}

/** Rows that are held for the next block; a longer one has memory of its own. */
const HELD_ROWS = 4_096;
const held = openColumns(HELD_ROWS);

/** A row is one character at least. */
function readTokens(text: string): BlockTokens {
  const columns = text.length > HELD_ROWS ? openColumns(Math.ceil(text.length / 5)) : held;
  columns.count = 0;
  addTokens(columns, text);
  return pack(columns);
}

/** Tokens never reach across the end of a block, so those of a block are those of its text. */
export const tokensOfBlock = createNote<BlockTokens, void, void, Pick<NotedBlock, 'notes'>>(({ notes }) =>
  readTokens(notes.text),
);

interface PlacedTokens extends Pick<Span, 'start'> {
  readonly tokens: BlockTokens;
}

/** The tokens of a document, which are those of its blocks one after another. */
export function joinTokens(blocks: readonly PlacedTokens[]): TokenTable {
  const count = blocks.reduce((sum, { tokens }) => sum + tokens.count, 0);
  // One piece of memory: four would cost as much as reading a short text does.
  const buffer = new ArrayBuffer(count * ROW_BYTES);
  const table = {
    count,
    starts: new Int32Array(buffer, 0, count),
    ends: new Int32Array(buffer, count * 4, count),
    hashes: new Uint32Array(buffer, count * 8, count),
    kinds: new Uint8Array(buffer, count * 12, count),
  };
  let row = 0;
  for (const { start, tokens } of blocks) {
    const { cells } = tokens;
    for (let at = 0; at < cells.length; row++) {
      table.starts[row] = start + (cells[at++] ?? 0);
      table.ends[row] = start + (cells[at++] ?? 0);
      table.hashes[row] = cells[at++] ?? 0;
      table.kinds[row] = cells[at++] ?? 0;
    }
  }
  return table;
}
