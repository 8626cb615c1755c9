import type { BlockKind } from '../model/block.ts';
import type { DocumentBlock } from '../model/document.ts';

/** A block before its role is known. */
export type RawBlock = Omit<DocumentBlock, 'role' | 'zone'> & {
  /** What the markup says it is. */
  readonly stated?: BlockKind;
};
