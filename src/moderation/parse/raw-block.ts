import type { DocumentBlock } from '../model/document.ts';

/** A block before its role is known. */
export type RawBlock = Omit<DocumentBlock, 'role' | 'zone'>;
