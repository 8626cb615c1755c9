import type { createPalette } from '../../moderation/report/create-palette.ts';
import { cutText } from '../../moderation/report/cut-text.ts';
import type { ReportTable } from './report-section.ts';

type Palette = ReturnType<typeof createPalette>;

const GAP = '  ';
const INDENT = '  ';
const LONGEST_NAME = 44;

const lengthOf = (text: string): number => [...text].length;

/** A table for a terminal of so many columns, its caption above it. */
export function drawTextTable({ caption, columns, rows, rest }: ReportTable, palette: Palette, width: number): string {
  const cells = [columns.map(({ name }) => name), ...rows.map((row) => row.map((cell) => cutText(cell, LONGEST_NAME)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => lengthOf(row[at] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => {
        const blank = ' '.repeat((widths[at] ?? 0) - lengthOf(cell));
        return columns[at]?.isNumber ? blank + cell : cell + blank;
      })
      .join(GAP)
      .trimEnd(),
  );
  const [head = '', ...body] = lines.map((line) => INDENT + cutText(line, width - INDENT.length));
  const more = rest === undefined ? '' : `${INDENT}${palette.dim(rest)}\n`;
  return `${palette.bold(caption)}\n${palette.dim(head)}\n${body.map((line) => `${line}\n`).join('')}${more}`;
}
