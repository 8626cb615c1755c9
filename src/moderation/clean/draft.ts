import type { Edit } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { lowerBound } from '../text/lower-bound.ts';

/** A stretch of the draft that stands unchanged in the original. */
interface Kept {
  /** Offset in the draft's text. */
  readonly at: number;
  /** Offset in the original. */
  readonly source: number;
  readonly length: number;
}

/**
 * A text on its way from the original to the cleaned text. What lies between two kept stretches was inserted; what lies
 * between their sources was taken out. So the draft knows its edits and the way back of every kept character.
 */
export interface Draft {
  readonly original: string;
  readonly text: string;
  readonly kept: readonly Kept[];
}

/** The original itself, nothing edited. */
export function openDraft(original: string): Draft {
  return { original, text: original, kept: original === '' ? [] : [{ at: 0, source: 0, length: original.length }] };
}

/** Parts of the kept stretches that lie in `[start, end)` of the draft, moved by `shift`. `from` is where to begin. */
function keepRange(draft: Draft, from: number, range: Span, shift: number, into: Kept[]): number {
  let index = from;
  while (index < draft.kept.length) {
    const piece = draft.kept[index];
    if (!piece || piece.at >= range.end) break;
    const start = Math.max(piece.at, range.start);
    const end = Math.min(piece.at + piece.length, range.end);
    if (end > start) into.push({ at: start + shift, source: piece.source + start - piece.at, length: end - start });
    if (piece.at + piece.length > range.end) break;
    index++;
  }
  return index;
}

/** Applies sorted, disjoint edits on `draft.text`. Linear in the text and the edits. */
export function editDraft(draft: Draft, edits: readonly Edit[]): Draft {
  const kept: Kept[] = [];
  const parts: string[] = [];
  let position = 0;
  let shift = 0;
  let index = 0;
  for (const edit of [...edits, { start: draft.text.length, end: draft.text.length, replacement: '' }]) {
    index = keepRange(draft, index, { start: position, end: edit.start }, shift, kept);
    parts.push(draft.text.slice(position, edit.start), edit.replacement);
    shift += edit.replacement.length - (edit.end - edit.start);
    position = edit.end;
  }
  return { original: draft.original, text: parts.join(''), kept: mergeAdjacent(kept) };
}

function mergeAdjacent(kept: readonly Kept[]): readonly Kept[] {
  const merged: Kept[] = [];
  for (const piece of kept) {
    const last = merged.at(-1);
    const touches = last && last.at + last.length === piece.at && last.source + last.length === piece.source;
    if (touches) merged[merged.length - 1] = { ...last, length: last.length + piece.length };
    else merged.push(piece);
  }
  return merged;
}

/** The edits that lead from the original to the draft: sorted, disjoint, none empty. */
export function draftEdits(draft: Draft): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let source = 0;
  const end = { at: draft.text.length, source: draft.original.length, length: 0 };
  for (const piece of [...draft.kept, end]) {
    if (piece.at > at || piece.source > source) {
      edits.push({ start: source, end: piece.source, replacement: draft.text.slice(at, piece.at) });
    }
    at = piece.at + piece.length;
    source = piece.source + piece.length;
  }
  return edits;
}

function lastPieceAt(positions: ArrayLike<number>, offset: number): number {
  return Math.max(0, lowerBound(positions, positions.length, offset + 1) - 1);
}

/**
 * A function from spans of the draft to spans of the original. A span that begins or ends in inserted text is widened
 * to the kept characters around it; a span of kept characters maps exactly.
 */
export function toSourceMap(draft: Draft): (span: Span) => Span {
  const positions = Float64Array.from(draft.kept, (piece) => piece.at);
  const map = (offset: number): number => {
    const piece = draft.kept[lastPieceAt(positions, offset)];
    if (!piece) return 0;
    return piece.source + Math.min(piece.length, Math.max(0, offset - piece.at));
  };
  return ({ start, end }) => ({ start: map(start), end: end > start ? map(end - 1) + 1 : map(start) });
}
