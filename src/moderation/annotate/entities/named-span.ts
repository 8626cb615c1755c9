import type { EntityType } from '../../model/annotation.ts';
import type { BlockKind } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';

/** A name as a recogniser finds it in the cleaned text, before names of one entity are linked. */
export interface NamedSpan extends Span {
  readonly type: EntityType;
  /** 0 to 1. */
  readonly confidence: number;
  /** Row of its block. */
  readonly block: number;
  /** Kind of that block, where it is known. */
  readonly blockKind?: BlockKind;
  /** Its sentence in the cleaned text. */
  readonly sentence: Span;
  /** The role stated beside the name, such as "Deputy Minister of Defence"; for persons. */
  readonly role?: Span;
}
