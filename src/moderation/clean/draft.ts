import type { Edit } from '../model/edit.ts';
import type { Piece } from '../model/piece.ts';
import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { lowerBound } from '../text/lower-bound.ts';

/**
 * A text on its way from the original to the cleaned text. What lies between two pieces was inserted; what lies between
 * their sources was taken out. So the draft knows its edits and the way back of every character it kept.
 */
export interface Draft {
  readonly original: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A reading, nothing edited yet. */
export function openDraft(original: string, reading: Reading): Draft {
  return { original, text: reading.text, pieces: reading.pieces };
}

/** The part of a piece that lies in `[start, end)` of its draft, moved by `shift`; nothing when none of it does. */
function cutPiece(piece: Piece, { start, end }: Span, shift: number): Piece | undefined {
  const from = Math.max(piece.at, start);
  const to = Math.min(piece.at + piece.length, end);
  if (to <= from) return undefined;
  const part = { ...piece, at: from + shift, length: to - from };
  return piece.isSame ? { ...part, source: piece.source + from - piece.at, sourceLength: to - from } : part;
}

/** Two parts of a piece that stands for its source as a whole cannot both do so: the first one does. */
function pushPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (!last || piece.source >= last.source + last.sourceLength) pieces.push(piece);
}

/** The pieces in `range`, moved by `shift`. `from` is where to begin; returns where the next range begins. */
function keepRange(draft: Draft, from: number, range: Span, shift: number, into: Piece[]): number {
  let index = from;
  while (index < draft.pieces.length) {
    const piece = draft.pieces[index];
    if (!piece || piece.at >= range.end) break;
    const part = cutPiece(piece, range, shift);
    if (part) pushPiece(into, part);
    if (piece.at + piece.length > range.end) break;
    index++;
  }
  return index;
}

/** What an edit puts in the place of pieces stands for all that they stood for. In the place of inserted text it is inserted text. */
function toReplacement(replaced: readonly Piece[], at: number, length: number): Piece | undefined {
  const first = replaced[0];
  const last = replaced.at(-1);
  if (length === 0 || !first || !last) return undefined;
  return { at, length, source: first.source, sourceLength: last.source + last.sourceLength - first.source, isSame: false };
}

/** Applies sorted, disjoint edits on `draft.text`. Linear in the text and the edits. */
export function editDraft(draft: Draft, edits: readonly Edit[]): Draft {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let position = 0;
  let shift = 0;
  let index = 0;
  for (const edit of [...edits, { start: draft.text.length, end: draft.text.length, replacement: '' }]) {
    index = keepRange(draft, index, { start: position, end: edit.start }, shift, pieces);
    const replaced: Piece[] = [];
    index = keepRange(draft, index, edit, 0, replaced);
    const replacement = toReplacement(replaced, edit.start + shift, edit.replacement.length);
    if (replacement) pushPiece(pieces, replacement);
    parts.push(draft.text.slice(position, edit.start), edit.replacement);
    shift += edit.replacement.length - (edit.end - edit.start);
    position = edit.end;
  }
  return { original: draft.original, text: parts.join(''), pieces: mergeAdjacent(pieces) };
}

function mergeAdjacent(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const touches = last && last.at + last.length === piece.at && last.source + last.sourceLength === piece.source;
    if (touches && last.isSame && piece.isSame) {
      const length = last.length + piece.length;
      merged[merged.length - 1] = { ...last, length, sourceLength: length };
    } else merged.push(piece);
  }
  return merged;
}

/**
 * The edits that lead from the original to the draft: sorted, disjoint, none empty. A piece that stands for its source as
 * a whole is an edit of its own, so that the edits alone tell where it came from.
 */
export function draftEdits(draft: Draft): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let source = 0;
  const end = { at: draft.text.length, source: draft.original.length, length: 0, sourceLength: 0, isSame: true };
  for (const piece of [...draft.pieces, end]) {
    if (piece.at > at || piece.source > source) {
      edits.push({ start: source, end: piece.source, replacement: draft.text.slice(at, piece.at) });
    }
    at = piece.at + piece.length;
    source = piece.source + piece.sourceLength;
    if (!piece.isSame) edits.push({ start: piece.source, end: source, replacement: draft.text.slice(piece.at, at) });
  }
  return edits;
}

function lastPieceAt(positions: ArrayLike<number>, offset: number): number {
  return Math.max(0, lowerBound(positions, positions.length, offset + 1) - 1);
}

/**
 * A function from spans of the draft to spans of the original. A span of kept characters maps exactly, one that cuts a
 * piece which stands for its source as a whole to all of that; inserted text maps to the place where it was inserted.
 */
export function toSourceMap(draft: Draft): (span: Span) => Span {
  const positions = Float64Array.from(draft.pieces, (piece) => piece.at);
  const startOf = (offset: number): number => {
    const piece = draft.pieces[lastPieceAt(positions, offset)];
    if (!piece || offset < piece.at) return piece?.source ?? 0;
    if (offset >= piece.at + piece.length) return piece.source + piece.sourceLength;
    return piece.isSame ? piece.source + offset - piece.at : piece.source;
  };
  const endOf = (offset: number): number => {
    const piece = draft.pieces[lastPieceAt(positions, offset - 1)];
    if (!piece || offset <= piece.at) return piece?.source ?? 0;
    return piece.isSame ? piece.source + Math.min(piece.length, offset - piece.at) : piece.source + piece.sourceLength;
  };
  return ({ start, end }) => {
    const from = startOf(start);
    return { start: from, end: end > start ? Math.max(from, endOf(end)) : from };
  };
}

/**
 * A function from spans of the original to spans of the draft: from the first to the last of what is left of them, or nothing. A
 * piece that stands for its source as a whole is in a span when all of its source is.
 */
export function toDraftMap({ pieces }: Draft): (span: Span) => Span | undefined {
  const sources = Float64Array.from(pieces, (piece) => piece.source);
  const firstIn = (start: number): number => {
    const at = lastPieceAt(sources, start);
    const piece = pieces[at];
    const reaches = piece && (piece.isSame ? piece.source + piece.length > start : piece.source >= start);
    return reaches ? at : at + 1;
  };
  const lastIn = (end: number): number => {
    const at = lastPieceAt(sources, end - 1);
    const piece = pieces[at];
    const isCut = piece && (piece.isSame ? piece.source >= end : piece.source + piece.sourceLength > end);
    return isCut ? at - 1 : at;
  };
  return ({ start, end }) => {
    const first = pieces[firstIn(start)];
    const last = pieces[lastIn(end)];
    if (!first || !last || last.at < first.at) return undefined;
    const from = first.isSame ? first.at + Math.max(0, start - first.source) : first.at;
    const to = last.at + (last.isSame ? Math.min(last.length, end - last.source) : last.length);
    return to > from ? { start: from, end: to } : undefined;
  };
}
