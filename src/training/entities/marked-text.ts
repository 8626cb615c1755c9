import type { EntityType } from '../../moderation/model/annotation.ts';
import type { Span } from '../../moderation/model/span.ts';

/** A name in a text and what it names; `O` for words that are known to be none. */
export interface MarkedName extends Span {
  readonly type: EntityType | 'O';
}

/** A text whose names are known. */
export interface MarkedText {
  readonly text: string;
  /** Disjoint, in any order. */
  readonly names: readonly MarkedName[];
  /** What words with a capital outside of the names may be: nothing, names of type MISC, which its source leaves unmarked, or any name. */
  readonly unmarked: 'nothing' | 'misc' | 'anything';
}
