import { escapeMarkdown } from '../../moderation/report/escape-markdown.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { PrecisionReport } from '../../service/rules/precision/precision-report.ts';
import { alignColumns } from '../align-columns.ts';
import { listTables, type PrecisionTable, summarise } from './list-tables.ts';

export const PRECISION_FORMATS = ['text', 'json', 'markdown'] as const;
export type PrecisionFormat = (typeof PRECISION_FORMATS)[number];

/** Code points; a source may be longer than a screen. */
const MOST_CELL = 60;

function toCell(text: string): string {
  const points = [...revealControls(text)];
  return points.length > MOST_CELL ? `${points.slice(0, MOST_CELL - 1).join('')}…` : points.join('');
}

const tellMore = ({ more }: PrecisionTable): readonly string[] => (more > 0 ? [`… and ${more} more`] : []);

function drawTextTable(table: PrecisionTable): readonly string[] {
  const { title, columns, rows, none } = table;
  const lines = rows.length === 0 ? [none] : alignColumns([columns, ...rows.map((row) => row.map(toCell))]);
  return ['', title, ...[...lines, ...tellMore(table)].map((line) => `  ${line}`)];
}

const toMarkdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => escapeMarkdown(toCell(cell))).join(' | ')} |`;

function drawMarkdownTable(table: PrecisionTable): readonly string[] {
  const { title, columns, rows, none } = table;
  const divider = `| ${columns.map(() => '---').join(' | ')} |`;
  const lines = rows.length === 0 ? [none] : [toMarkdownRow(columns), divider, ...rows.map(toMarkdownRow)];
  const more = tellMore(table).flatMap((line) => ['', line]);
  return ['', `## ${title}`, '', ...lines, ...more];
}

/** A report in one of the forms, with a line end. */
export function drawPrecision(report: PrecisionReport, format: PrecisionFormat): string {
  if (format === 'json') return `${JSON.stringify(report)}\n`;
  const [first = '', ...others] = summarise(report);
  const tables = listTables(report);
  if (format === 'text') return `${[first, ...others, ...tables.flatMap(drawTextTable)].join('\n')}\n`;
  const head = [`# ${escapeMarkdown(first)}`, ...others.flatMap((line) => ['', escapeMarkdown(line)])];
  return `${[...head, ...tables.flatMap(drawMarkdownTable)].join('\n')}\n`;
}
