import { divide } from '../divide.ts';
import type { Figures } from '../evaluation.ts';
import { scoreCounts } from '../score-counts.ts';
import type { SegmentCounts } from './count-segments.ts';

/** Sums over all pages with precision, recall, F1 and accuracy, as the evaluation of trafilatura takes them. */
export function scoreSegments(pages: readonly SegmentCounts[]): Figures {
  const sum = (name: keyof SegmentCounts): number => pages.reduce((total, counts) => total + counts[name], 0);
  const [tp, fp, fn, tn] = [sum('tp'), sum('fp'), sum('fn'), sum('tn')];
  return { ...scoreCounts({ tp, fp, fn }), tn, accuracy: divide(tp + tn, tp + tn + fp + fn) };
}
