import { escapeInline } from '../../moderation/report/escape-markdown.ts';
import type { LogReport } from '../../schema/log-report-schema.ts';
import { chartTable } from './chart-table.ts';
import { describeReport } from './describe-report.ts';
import type { ReportTable } from './report-section.ts';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => escapeInline(cell.trim())).join(' | ')} |\n`;

function drawTable({ caption, columns, rows, rest }: ReportTable): string {
  const rule = `| ${columns.map(({ isNumber }) => (isNumber ? '---:' : '---')).join(' | ')} |\n`;
  const more = rest === undefined ? '' : `\n${escapeInline(rest)}\n`;
  return `### ${escapeInline(caption)}\n\n${row(columns.map(({ name }) => name))}${rule}${rows.map(row).join('')}${more}`;
}

/** The report as Markdown with tables (GFM); plots are tables too. */
export function toMarkdownReport(report: LogReport): string {
  const sections = describeReport(report).map(({ title, sentences, charts, tables }) =>
    [
      `## ${escapeInline(title)}\n`,
      ...(sentences.length > 0 ? [`${sentences.map(escapeInline).join('  \n')}\n`] : []),
      ...[...charts.map(chartTable), ...tables].map(drawTable),
    ].join('\n'),
  );
  return ['# Copydesk log report\n', ...sections].join('\n');
}
