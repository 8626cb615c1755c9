import type { Document, DocumentBlock } from '../model/document.ts';
import { createNote } from './create-note.ts';
import { rowsHash } from './shingle-hashes.ts';

const readHash = createNote(({ tokens }, { tokenStart, tokenEnd }) => rowsHash(tokens, tokenStart, tokenEnd));

/** The `sequenceHash` of a block's words and numbers. */
export const hashBlock = (document: Document, block: DocumentBlock): number => readHash(document, block, undefined);
