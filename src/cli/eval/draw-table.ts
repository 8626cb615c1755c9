import type { Row, Table } from '../../evaluation/evaluation.ts';
import type { FigureTables } from '../../evaluation/evaluation-record.ts';
import { FIGURES, type FigureName } from '../../evaluation/figures.ts';
import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';

/** Columns; the names of data sets can be long. */
const NAME_WIDTH = 48;
const GAP = '  ';
/** Written for a figure without a value. */
const NONE = '-';

type Changes = FigureTables[string] | undefined;

function drawFigure(name: FigureName, value: number | null): string {
  if (value === null) return NONE;
  if (name === 'passed') return value === 1 ? 'pass' : 'FAIL';
  return value.toFixed(FIGURES[name].digits);
}

function drawChange(name: FigureName, change: number | null | undefined): string {
  if (change === null || change === undefined) return ' (new)';
  if (change === 0) return ' (=)';
  return ` (${change > 0 ? '+' : ''}${change.toFixed(name === 'passed' ? 0 : FIGURES[name].digits)})`;
}

function listColumns(rows: readonly Row[]): readonly FigureName[] {
  const used = new Set(rows.flatMap(({ figures }) => Object.keys(figures)));
  return (Object.keys(FIGURES) as FigureName[]).filter((name) => used.has(name));
}

function drawRow(row: Row, columns: readonly FigureName[], changes: Changes): readonly string[] {
  const cells = columns.map((name) => {
    const value = row.figures[name];
    if (value === undefined) return '';
    return drawFigure(name, value) + (changes && value !== null ? drawChange(name, changes[row.name]?.[name]) : '');
  });
  return [cutText(revealControls(row.name), NAME_WIDTH), ...cells];
}

function alignCells(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((cells) => [...(cells[at] ?? '')].length)));
  const pad = (cell: string, at: number): string => {
    const blank = ' '.repeat((widths[at] ?? 0) - [...cell].length);
    return at === 0 ? cell + blank : blank + cell;
  };
  return lines.map((cells) => cells.map(pad).join(GAP).trimEnd());
}

/** A table of figures as aligned text, with the change of each in brackets when `changes` are given. */
export function drawTable({ title, rows }: Table, changes?: Changes): string {
  if (rows.length === 0) return `${title}\n  (nothing)\n`;
  const columns = listColumns(rows);
  const heading = ['', ...columns.map((name) => FIGURES[name].heading)];
  const lines = alignCells([heading, ...rows.map((row) => drawRow(row, columns, changes))]);
  return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
