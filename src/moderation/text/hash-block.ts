import type { Document } from '../model/document.ts';
import { createNote, type NotedBlock } from './create-note.ts';
import { rowsHash } from './shingle-hashes.ts';

const readHash = createNote(({ tokenStart, tokenEnd }, _: undefined, { tokens }: Document) =>
  rowsHash(tokens, tokenStart, tokenEnd),
);

/** The `sequenceHash` of a block's words and numbers. */
export const hashBlock = (document: Document, block: NotedBlock): number => readHash(block, undefined, document);
