import { divide } from './divide.ts';
import type { Figures } from './evaluation.ts';

/** What was found rightly, found wrongly, and missed. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Counts with precision, recall and F1 (0 to 1). */
export function scoreCounts({ tp, fp, fn }: Counts): Figures {
  return {
    tp,
    fp,
    fn,
    precision: divide(tp, tp + fp),
    recall: divide(tp, tp + fn),
    f1: divide(2 * tp, 2 * tp + fp + fn),
  };
}
