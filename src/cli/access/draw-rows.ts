import { revealControls } from '../../moderation/report/reveal-controls.ts';

function show(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return revealControls(Array.isArray(value) ? value.join(',') : String(value));
}

/** Objects as a table with the named fields as columns; a line that says so when there are none. */
export function drawRows(rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string {
  if (rows.length === 0) return 'none\n';
  const cells = [columns, ...rows.map((row) => columns.map((name) => show(row[name])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
