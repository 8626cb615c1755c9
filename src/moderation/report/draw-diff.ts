import type { Span } from '../model/span.ts';
import type { AlignedLine } from './align-lines.ts';
import type { Palette } from './create-palette.ts';
import { revealControls } from './reveal-controls.ts';

const CONTEXT_LINES = 3;

/** Two texts as lines, which line of one stands for which of the other, and the rules behind changed lines. */
export interface DiffSides {
  readonly rows: readonly AlignedLine[];
  /** By lines of the text before. */
  readonly rules: ReadonlyMap<number, readonly string[]>;
  readonly beforeText: readonly string[];
  readonly afterText: readonly string[];
}

/** What the two texts are called. */
export interface DiffNames {
  readonly before: string;
  readonly after: string;
}

function isChange(row: AlignedLine): boolean {
  return row.before === undefined || row.after === undefined;
}

/** Ranges of rows `[start, end)`: each change with its context; ranges that touch are one hunk. */
function findHunks(rows: readonly AlignedLine[]): readonly Span[] {
  const hunks: Span[] = [];
  for (const [at, row] of rows.entries()) {
    if (!isChange(row)) continue;
    const start = Math.max(0, at - CONTEXT_LINES);
    const end = Math.min(rows.length, at + CONTEXT_LINES + 1);
    const last = hunks.at(-1);
    if (last && start <= last.end) hunks[hunks.length - 1] = { start: last.start, end };
    else hunks.push({ start, end });
  }
  return hunks;
}

/** "12,5" as in a unified diff: first line from 1 and number of lines; with none, the line before. */
function rangeOf(indexes: readonly number[], before: number): string {
  return `${indexes.length === 0 ? before : (indexes[0] ?? 0) + 1},${indexes.length}`;
}

/** How many lines of a side stand before a hunk; the row before a hunk is always a kept one. */
function countBefore(rows: readonly AlignedLine[], side: 'before' | 'after', start: number): number {
  return (rows[start - 1]?.[side] ?? -1) + 1;
}

function nameRules(rows: readonly AlignedLine[], sides: DiffSides): string {
  const removed = rows.filter((row) => row.after === undefined);
  return revealControls([...new Set(removed.flatMap((row) => sides.rules.get(row.before ?? -1) ?? []))].join(', '));
}

function drawRow(row: AlignedLine, sides: DiffSides, palette: Palette): string {
  const text = row.before === undefined ? sides.afterText[row.after ?? -1] : sides.beforeText[row.before];
  const shown = revealControls(text ?? '');
  if (row.after === undefined) return palette.red(`-${shown}`);
  return row.before === undefined ? palette.green(`+${shown}`) : ` ${shown}`;
}

function drawHunk(hunk: Span, sides: DiffSides, palette: Palette): readonly string[] {
  const rows = sides.rows.slice(hunk.start, hunk.end);
  const before = rows.flatMap((row) => (row.before === undefined ? [] : [row.before]));
  const after = rows.flatMap((row) => (row.after === undefined ? [] : [row.after]));
  const from = rangeOf(before, countBefore(sides.rows, 'before', hunk.start));
  const to = rangeOf(after, countBefore(sides.rows, 'after', hunk.start));
  const rules = nameRules(rows, sides);
  const head = palette.cyan(`@@ -${from} +${to} @@${rules === '' ? '' : ` ${rules}`}`);
  return [head, ...rows.map((row) => drawRow(row, sides, palette))];
}

/** A unified diff with three lines of context and the rules behind each hunk; empty when no line changed. Ends with a line end. */
export function drawDiff(sides: DiffSides, names: DiffNames, palette: Palette): string {
  const hunks = findHunks(sides.rows);
  if (hunks.length === 0) return '';
  const drawn = hunks.flatMap((hunk) => drawHunk(hunk, sides, palette));
  const head = [palette.bold(`--- ${revealControls(names.before)}`), palette.bold(`+++ ${revealControls(names.after)}`)];
  return `${[...head, ...drawn].join('\n')}\n`;
}
