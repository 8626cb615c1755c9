import type { Result } from '../api/desk-types.ts';

/**
 * What became of a piece of the original. `kept`: it stands in the cleaned text; `removed`: a finding took it out; `repaired`: a finding
 * changed it; `layout`: markup and white space between blocks, which no finding is about.
 */
export type PieceKind = 'kept' | 'removed' | 'repaired' | 'layout';

/** A piece of the original, in UTF-16 code units, that every finding covers wholly or not at all. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  /** Rows of the findings in `result.findings` that cover it, in their order. */
  readonly findings: readonly number[];
  /** What stands in the cleaned text in the place of the edit that begins here; empty for all other pieces. */
  readonly replacement: string;
  /** Where the edit that it is part of ends; its own end when it is part of none. */
  readonly editEnd: number;
}

type Cut = Pick<Result, 'edits'> & { readonly findings: readonly Pick<Result['findings'][number], 'start' | 'end' | 'action'>[] };

/** Offsets at which something begins or ends, sorted, without repeats. */
function listBorders({ edits, findings }: Cut, length: number): readonly number[] {
  const borders = new Set([0, length]);
  for (const { start, end } of [...edits, ...findings]) {
    borders.add(Math.min(start, length));
    borders.add(Math.min(end, length));
  }
  return [...borders].sort((a, b) => a - b);
}

function nameKind(isEdited: boolean, covering: readonly number[], { findings }: Cut): PieceKind {
  if (!isEdited) return 'kept';
  const actions = covering.map((row) => findings[row]?.action);
  if (actions.some((action) => action === 'removed' || action === 'moved')) return 'removed';
  return actions.includes('repaired') ? 'repaired' : 'layout';
}

/** Rows of findings by start, and those open at the border of now. */
function createSweep({ findings }: Cut): (at: number) => readonly number[] {
  const byStart = findings.map((_, row) => row).sort((a, b) => (findings[a]?.start ?? 0) - (findings[b]?.start ?? 0));
  let next = 0;
  let open: readonly number[] = [];
  return (at) => {
    const still = open.filter((row) => (findings[row]?.end ?? 0) > at);
    while (next < byStart.length && (findings[byStart[next] ?? 0]?.start ?? 0) <= at) {
      const row = byStart[next++] ?? 0;
      if ((findings[row]?.end ?? 0) > at) still.push(row);
    }
    open = still.sort((a, b) => a - b);
    return open;
  };
}

/** Insertions, which cover nothing of the original, stand in a piece without length. */
function listInsertions({ edits }: Cut, at: number, from: number): readonly string[] {
  const texts: string[] = [];
  for (let row = from; edits[row]?.start === at && edits[row]?.end === at; row++) texts.push(edits[row]?.replacement ?? '');
  return texts;
}

/**
 * Cuts the original at every border of an edit or finding. The pieces in their order give the original; the kept ones and the
 * replacements give the cleaned text.
 */
export function cutPieces(result: Cut, length: number): readonly Piece[] {
  const borders = listBorders(result, length);
  const sweep = createSweep(result);
  const pieces: Piece[] = [];
  let row = 0;
  for (const [index, start] of borders.entries()) {
    for (const replacement of listInsertions(result, start, row)) {
      pieces.push({ kind: 'layout', start, end: start, findings: [], replacement, editEnd: start });
      row++;
    }
    const end = borders[index + 1];
    if (end === undefined) break;
    const edit = result.edits[row];
    const isEdited = edit !== undefined && edit.start <= start;
    const findings = sweep(start);
    const replacement = isEdited && edit.start === start ? edit.replacement : '';
    pieces.push({
      kind: nameKind(isEdited, findings, result),
      start,
      end,
      findings,
      replacement,
      editEnd: isEdited ? edit.end : end,
    });
    if (isEdited && edit.end <= end) row++;
  }
  return pieces;
}
