import type { Detection } from '../model/finding.ts';
import type { Spare } from './judge-round.ts';

/** What people decided about an article, as cleaning needs it. All spans index the original. */
export interface Decisions {
  /** Asked about each detection that would change the text; what stays because people want it so is `amended`. */
  readonly spare: Spare;
  /** What people take out or write themselves, sorted and disjoint. */
  readonly changes: readonly Detection[];
}

export const NO_DECISIONS: Decisions = { spare: (detection) => detection, changes: [] };
