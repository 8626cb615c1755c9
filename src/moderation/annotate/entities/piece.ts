import type { Word } from './word.ts';

/** How the word of a role ("General", "the minister,") stands to the name after it. */
export type RoleBefore = 'none' | 'before' | 'apposition';

/** Words `[from, to)` of a sentence that may be a name. */
export interface Piece {
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
  readonly role: RoleBefore;
}
