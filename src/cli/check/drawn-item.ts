import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { Fault } from './check-item.ts';

/** What became of an item. */
export type Ending = { readonly verdict: Outcome } | { readonly fault: Fault };

/** What is left of an item once it is moderated and drawn: what has to be written, counted and told. */
export interface DrawnItem {
  /** UTF-8 in a buffer of its own, which threads hand over without a copy. Without separator; empty where nothing is written. */
  readonly drawn: Uint8Array<ArrayBuffer>;
  readonly ending: Ending;
  /** What a person is told of it besides, a line each. */
  readonly notices: readonly string[];
}
