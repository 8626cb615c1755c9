import type { Document, DocumentBlock } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

const SEPARATOR = '\n\n';

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0;
}

const isLineFeed = (text: string, at: number): boolean => text.charCodeAt(at) === 0x0a;

/**
 * A removal inside a block takes the white space before it along, or at the start of a line the white space after it; one of
 * a whole line takes a line end.
 */
function widen(text: string, span: Span, block: DocumentBlock): Span {
  let { start, end } = span;
  while (start > block.start && isSpace(text.charCodeAt(start - 1))) start--;
  const isAtStart = start === block.start || isLineFeed(text, start - 1);
  if (isAtStart) while (end < block.end && isSpace(text.charCodeAt(end))) end++;
  if (!isAtStart || (end < block.end && !isLineFeed(text, end))) return { start, end };
  return start > block.start ? { start: start - 1, end } : { start, end: Math.min(block.end, end + 1) };
}

function toEdits(text: string, detection: Detection, block: DocumentBlock): readonly Edit[] {
  if (detection.action === 'repaired') {
    return detection.edits ?? [{ start: detection.start, end: detection.end, replacement: detection.replacement ?? '' }];
  }
  const span = widen(text, { start: detection.start, end: Math.min(detection.end, block.end) }, block);
  return [{ ...span, replacement: '' }];
}

/** Merges edits whose widened spans touch or overlap; input sorted by start. */
function mergeOverlapping(edits: readonly Edit[]): readonly Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last && edit.start < last.end) {
      merged[merged.length - 1] = {
        ...last,
        end: Math.max(last.end, edit.end),
        replacement: last.replacement + edit.replacement,
      };
    } else merged.push(edit);
  }
  return merged;
}

function isEmptied(document: Document, block: DocumentBlock, edits: readonly Edit[]): boolean {
  let at = block.start;
  for (const edit of edits) {
    if (document.text.slice(at, edit.start).trim() !== '' || edit.replacement.trim() !== '') return false;
    at = edit.end;
  }
  return document.text.slice(at, block.end).trim() === '';
}

/** Edits of each block, in one walk over both sorted lists. */
function editsByBlock(document: Document, changes: readonly Detection[]): readonly (readonly Edit[])[] {
  let at = 0;
  return document.blocks.map((block) => {
    const edits: Edit[] = [];
    while ((changes[at]?.start ?? Number.POSITIVE_INFINITY) < block.end) {
      const change = changes[at++];
      if (change && change.start >= block.start) for (const edit of toEdits(document.text, change, block)) edits.push(edit);
    }
    return mergeOverlapping(edits.sort((a, b) => a.start - b.start || a.end - b.end));
  });
}

function separate(text: string, start: number, end: number, replacement: string): readonly Edit[] {
  return text.slice(start, end) === replacement ? [] : [{ start, end, replacement }];
}

/**
 * The edits that carry out `changes` (resolved, sorted) and leave the blocks that remain joined by one blank line.
 * Spans index `document.text`.
 */
export function editText(document: Document, changes: readonly Detection[]): readonly Edit[] {
  const byBlock = editsByBlock(document, changes);
  const edits: Edit[] = [];
  let gapStart = 0;
  let first = true;
  for (const block of document.blocks) {
    const inside = byBlock[block.index] ?? [];
    if (inside.length > 0 && isEmptied(document, block, inside)) continue;
    edits.push(...separate(document.text, gapStart, block.start, first ? '' : SEPARATOR));
    for (const edit of inside) edits.push(edit);
    gapStart = block.end;
    first = false;
  }
  edits.push(...separate(document.text, gapStart, document.text.length, ''));
  return edits;
}
