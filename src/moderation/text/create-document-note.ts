import type { Document, DocumentBlock, DocumentNotes } from '../model/document.ts';

/** The basis of what is worked out of the document alone. */
const DOCUMENT_ALONE = Symbol('document alone');

/** Cells of a kind: basis and value. */
const CELLS = 2;

let kinds = 0;

/** Notes without an entry, with a place for each kind that is known. Modules make theirs when they are loaded. */
export function openDocumentNotes(blocks: readonly DocumentBlock[]): DocumentNotes {
  return { blocks, cells: new Array(kinds * CELLS).fill(undefined) };
}

/** Works something out of a document once for each `basis`, which is compared by identity; the last basis is remembered. */
export function createDocumentNote<Value, Basis = void>(
  read: (document: Document, basis: Basis) => Value,
): (document: Document, basis: Basis) => Value {
  const place = CELLS * kinds++;
  return (document, basis) => {
    const { blocks, cells } = document.notes;
    if (blocks !== document.blocks) return read(document, basis);
    const by = basis ?? DOCUMENT_ALONE;
    // The value was put there with this basis by the lines below, so it is of this type.
    if (cells[place] === by) return cells[place + 1] as Value;
    const value = read(document, basis);
    cells[place] = by;
    cells[place + 1] = value;
    return value;
  };
}
