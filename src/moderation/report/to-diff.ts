import type { ModeratedArticle } from '../model/moderated-article.ts';
import type { Span } from '../model/span.ts';
import { type AlignedLine, alignLines } from './align-lines.ts';
import { createPalette, type Palette } from './create-palette.ts';
import { indexLines, type LineIndex } from './index-lines.ts';
import { revealControls } from './reveal-controls.ts';

const CONTEXT_LINES = 3;

interface Sides {
  readonly rows: readonly AlignedLine[];
  readonly rules: ReadonlyMap<number, readonly string[]>;
  readonly beforeText: readonly string[];
  readonly afterText: readonly string[];
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

/** The rules that changed something, by the line of the original where their findings begin. */
function indexRules(result: ModeratedArticle, original: LineIndex): ReadonlyMap<number, readonly string[]> {
  const rules = new Map<number, string[]>();
  for (const finding of result.findings) {
    if (finding.action === 'flagged') continue;
    const line = original.locate(finding.start).line - 1;
    const known = rules.get(line);
    if (known) known.push(finding.rule);
    else rules.set(line, [finding.rule]);
  }
  return rules;
}

function nameRules(rows: readonly AlignedLine[], sides: Sides): string {
  const removed = rows.filter((row) => row.after === undefined);
  return revealControls([...new Set(removed.flatMap((row) => sides.rules.get(row.before ?? -1) ?? []))].join(', '));
}

function drawRow(row: AlignedLine, sides: Sides, palette: Palette): string {
  const text = row.before === undefined ? sides.afterText[row.after ?? -1] : sides.beforeText[row.before];
  const shown = revealControls(text ?? '');
  if (row.after === undefined) return palette.red(`-${shown}`);
  return row.before === undefined ? palette.green(`+${shown}`) : ` ${shown}`;
}

function drawHunk(hunk: Span, sides: Sides, palette: Palette): readonly string[] {
  const rows = sides.rows.slice(hunk.start, hunk.end);
  const before = rows.flatMap((row) => (row.before === undefined ? [] : [row.before]));
  const after = rows.flatMap((row) => (row.after === undefined ? [] : [row.after]));
  const from = rangeOf(before, countBefore(sides.rows, 'before', hunk.start));
  const to = rangeOf(after, countBefore(sides.rows, 'after', hunk.start));
  const rules = nameRules(rows, sides);
  const head = palette.cyan(`@@ -${from} +${to} @@${rules === '' ? '' : ` ${rules}`}`);
  return [head, ...rows.map((row) => drawRow(row, sides, palette))];
}

/**
 * What cleaning changed, as a unified diff with three lines of context and the rules behind each hunk. It is drawn from
 * the edits, not searched for. Line ends are not compared, and control characters are shown as visible signs, so it is
 * for reading; the edits of the JSON result are what a program applies. Empty when no line changed.
 */
export function toDiff(result: ModeratedArticle, original: string, options: { readonly colour: boolean }): string {
  const palette = createPalette(options.colour);
  const index = indexLines(original);
  const before = index.lines;
  const after = indexLines(result.text).lines;
  const beforeText = before.map((line) => original.slice(line.start, line.end));
  const afterText = after.map((line) => result.text.slice(line.start, line.end));
  const rows = alignLines(before, after, { before: beforeText, after: afterText }, result.edits);
  const hunks = findHunks(rows);
  if (hunks.length === 0) return '';
  const name = revealControls(result.article.id);
  const sides = { rows, rules: indexRules(result, index), beforeText, afterText };
  const drawn = hunks.flatMap((hunk) => drawHunk(hunk, sides, palette));
  return `${[palette.bold(`--- ${name} (original)`), palette.bold(`+++ ${name} (cleaned)`), ...drawn].join('\n')}\n`;
}
