import type { EntityType } from '../../src/moderation/model/annotation.ts';

/** A stretch of a sentence in the making; with a type it is a name. */
export interface Piece {
  readonly text: string;
  readonly type?: EntityType;
}
