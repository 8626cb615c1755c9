import type { Result } from '../api/desk-types.ts';
import type { Piece } from './cut-pieces.ts';

type Block = Result['blocks'][number];

/** A paragraph or so: original and cleaned text of it stand side by side. */
export interface Row {
  readonly start: number;
  readonly end: number;
  /** Of the block that begins here; `null` between blocks and in the later parts of a long one. */
  readonly kind: Block['kind'] | null;
  readonly pieces: readonly Piece[];
}

/** A paragraph that is longer is shown in parts, so that no row is slow by itself. */
const MAX_ROW = 4_000;

/** Ends of blank lines. */
function listBlankLines(original: string): readonly number[] {
  const ends: number[] = [];
  for (let at = original.indexOf('\n'); at !== -1; at = original.indexOf('\n', at)) {
    let [end, lines] = [at, 0];
    for (; end < original.length && original.charCodeAt(end) <= 32; end++) if (original.charCodeAt(end) === 10) lines++;
    if (lines > 1) ends.push(end);
    at = Math.max(end, at + 1);
  }
  return ends;
}

/** A place near `at` where a text can be cut: after a space if there is one, never within a pair of surrogates. */
function findCut(original: string, from: number, at: number): number {
  for (let cut = at; cut > at - 200 && cut > from; cut--) if (original[cut - 1] === ' ') return cut;
  const isPair = original.charCodeAt(at) >= 0xdc00 && original.charCodeAt(at) <= 0xdfff;
  return isPair && at - 1 > from ? at - 1 : at;
}

function splitLong(original: string, starts: readonly number[]): readonly number[] {
  const all: number[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? original.length;
    let at = start;
    all.push(at);
    while (end - at > MAX_ROW) {
      at = findCut(original, at, at + MAX_ROW);
      all.push(at);
    }
  }
  return all;
}

/** Where rows begin: at blocks, after blank lines, and at what was taken out as a line of its own. */
function listStarts(original: string, { blocks, original: { format } }: Result, pieces: readonly Piece[]): readonly number[] {
  const starts = new Set([0]);
  for (const { sourceStart } of blocks) starts.add(sourceStart);
  if (format !== 'html') for (const at of listBlankLines(original)) starts.add(at);
  for (const { kind, start } of pieces) {
    if (kind === 'removed' && (format === 'html' || original[start - 1] === '\n')) starts.add(start);
  }
  return splitLong(
    original,
    [...starts].filter((at) => at < original.length || at === 0).sort((a, b) => a - b),
  );
}

function cutPiece(piece: Piece, start: number, end: number): Piece {
  if (piece.start >= start && piece.end <= end) return piece;
  const replacement = piece.start >= start ? piece.replacement : '';
  return { ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end), replacement };
}

/** Pieces as rows. In their order the rows' pieces still give the whole original and the whole cleaned text. */
export function cutRows(original: string, result: Result, pieces: readonly Piece[]): readonly Row[] {
  const starts = listStarts(original, result, pieces);
  const kinds = new Map(result.blocks.map(({ sourceStart, kind }) => [sourceStart, kind]));
  let next = 0;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? original.length;
    const isLast = index === starts.length - 1;
    const own: Piece[] = [];
    for (; next < pieces.length; next++) {
      const piece = pieces[next];
      if (!piece || piece.start > end || (piece.start === end && !isLast)) break;
      own.push(cutPiece(piece, start, end));
      if (piece.end > end) break;
    }
    return { start, end, kind: kinds.get(start) ?? null, pieces: own };
  });
}
