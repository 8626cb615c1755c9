import type { BlockNotes } from '../model/block-notes.ts';
import type { DocumentBlock } from '../model/document.ts';

/** A block as far as its text tells: neither its role nor its neighbours. */
export type NotedBlock = Pick<DocumentBlock, 'text' | 'words' | 'start' | 'end' | 'tokenStart' | 'tokenEnd' | 'notes'>;

type Reader<Value, Basis, Means, Block> = (block: Block, basis: Basis, means: Means) => Value;

/** The basis of what is read from the text alone: where nothing was read yet, or by a kind of note that is younger, stands `undefined`. */
const TEXT_ALONE = Symbol('text alone');

/** Cells of a kind: basis and value. */
const CELLS = 2;

let kinds = 0;

const NO_CELLS: unknown[] = [];

/** Stands for notes where none are kept: what is read is read again. */
export const withoutNotes = (text: string): BlockNotes => ({ text, cells: NO_CELLS });

/** Notes without an entry, with a place for each kind that is known. Modules make theirs when they are loaded. */
export function openNotes(text: string): BlockNotes {
  return { text, cells: new Array(kinds * CELLS).fill(undefined) };
}

/**
 * Reads a block once for each text and `basis`, which is compared by identity, a text as a text. What `read` gives must hold no places in the
 * document, which move when other blocks go, and no piece of the document's text, which it may outlive; pieces of the block's own are fine. So must
 * the basis. `means`, such as the document with its tokens, help and change nothing of what it gives but by the basis.
 */
export function createNote<Value, Basis = void, Means = void, Block extends Pick<NotedBlock, 'notes'> = NotedBlock>(
  read: Reader<Value, Basis, Means, Block>,
): Reader<Value, Basis, Means, Block> {
  const place = CELLS * kinds++;
  return (block, basis, means) => {
    const { cells } = block.notes;
    if (cells === NO_CELLS) return read(block, basis, means);
    const by = basis ?? TEXT_ALONE;
    // The value was put there with this basis by the lines below, so it is of this type.
    if (cells[place] === by) return cells[place + 1] as Value;
    const value = read(block, basis, means);
    cells[place] = by;
    cells[place + 1] = value;
    return value;
  };
}
