import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';
import { keyOfFinding } from './find-conflicts.ts';
import type { SiftedAmendments } from './sift-amendments.ts';

/**
 * The stretches of a page that people want in its text, sorted, of what the reader left out of it (`leftOut`). Whoever restores
 * nothing of that gets none, and the page need not be read again.
 */
export function findRestored({ sorted, refused }: SiftedAmendments, leftOut: readonly Detection[]): readonly Span[] {
  if (leftOut.length === 0) return [];
  const known = new TouchingSpans(leftOut.toSorted((a, b) => a.start - b.start));
  const keys = new Set(leftOut.map(keyOfFinding));
  const wanted = sorted.filter((amendment) => {
    if (refused.has(amendment)) return false;
    if (amendment.kind === 'restore') return known.firstIn(amendment) !== undefined;
    return amendment.kind === 'reclassify' && amendment.to === 'fine' && keys.has(keyOfFinding(amendment));
  });
  const spans = wanted.flatMap((amendment) => ('start' in amendment ? [{ start: amendment.start, end: amendment.end }] : []));
  return spans.sort((a, b) => a.start - b.start);
}
