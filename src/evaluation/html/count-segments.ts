import type { Counts } from '../score-counts.ts';
import type { HtmlPage } from './html-page.ts';

/** How many passages of a page were found and should have been (`tp`), should not (`fp`); and were not found (`fn`, `tn`). */
export interface SegmentCounts extends Counts {
  readonly tn: number;
}

/** Looks for the passages of a page in what a system made of it. A passage counts as found when it stands there letter for letter. */
export function countSegments(
  output: string,
  page: Pick<HtmlPage, 'with' | 'without'>,
  fold: (text: string) => string,
): SegmentCounts {
  const folded = fold(output);
  const isFound = (segment: string): boolean => folded.includes(fold(segment));
  const tp = page.with.filter(isFound).length;
  const fp = page.without.filter(isFound).length;
  return { tp, fn: page.with.length - tp, fp, tn: page.without.length - fp };
}
