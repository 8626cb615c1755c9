import type { Document } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { type Draft, toDraftMap } from './draft.ts';

/** Changes that people make, in a draft. */
export interface PlacedChanges {
  /** A part for each block that a change reaches into; spans index the draft. */
  readonly parts: readonly Detection[];
  /** Those of which the draft has something left; spans index the original. */
  readonly placed: readonly Detection[];
}

/** The part of a change in a block. New text stands once, where the change begins; what it replaces in later blocks goes. */
function toPart(change: Detection, span: Span, isFirst: boolean): Detection {
  return isFirst || change.action === 'removed' ? { ...change, ...span } : { ...change, ...span, replacement: '' };
}

/** Finds where sorted, disjoint changes of the original stand in the blocks of a draft. Linear in blocks and changes. */
export function placeChanges(draft: Draft, document: Document, changes: readonly Detection[]): PlacedChanges {
  const toDraft = toDraftMap(draft);
  const parts: Detection[] = [];
  const placed: Detection[] = [];
  let row = 0;
  for (const change of changes) {
    const span = toDraft(change);
    if (!span) continue;
    const before = parts.length;
    while ((document.blocks[row]?.end ?? Number.POSITIVE_INFINITY) <= span.start) row++;
    for (let block = document.blocks[row]; block && block.start < span.end; block = document.blocks[++row]) {
      const part = { start: Math.max(block.start, span.start), end: Math.min(block.end, span.end) };
      if (part.end > part.start) parts.push(toPart(change, part, parts.length === before));
      // The next change may stand in the same block.
      if (block.end >= span.end) break;
    }
    if (parts.length > before) placed.push(change);
  }
  return { parts, placed };
}
