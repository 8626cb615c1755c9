import { revealControls } from '../moderation/report/reveal-controls.ts';
import { alignColumns } from './align-columns.ts';

function show(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return revealControls(Array.isArray(value) ? value.join(',') : String(value));
}

/** Objects as a table with the named fields as columns; a line that says so when there are none. */
export function drawRows(rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string {
  if (rows.length === 0) return 'none\n';
  const cells = [columns, ...rows.map((row) => columns.map((name) => show(row[name])))];
  return `${alignColumns(cells).join('\n')}\n`;
}
