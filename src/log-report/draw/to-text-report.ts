import { createPalette } from '../../moderation/report/create-palette.ts';
import type { LogReport } from '../../schema/log-report-schema.ts';
import { describeReport } from './describe-report.ts';
import { drawTextTable } from './draw-text-table.ts';
import type { ReportChart, Tone } from './report-section.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

type Palette = ReturnType<typeof createPalette>;

const GAP = '  ';
const INDENT = '  ';
const LEAST_BAR = 10;
const BLOCKS = ['█', '▓', '▒', '░'] as const;
const HEIGHTS = '▁▂▃▄▅▆▇█';
const LABEL = 12;

const lengthOf = (text: string): number => [...text].length;

function paint(palette: Palette, tone: Tone): (text: string) => string {
  const { green, yellow, red, cyan, dim } = palette;
  return { good: green, doubt: yellow, bad: red, dead: dim, plain: cyan }[tone];
}

/** One row for each label: parts of each series stand behind each other. */
function drawBars({ labels, series, format }: ReportChart, palette: Palette, width: number): string {
  const totals = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...totals);
  const labelWidth = Math.max(...labels.map(lengthOf));
  const room = Math.max(LEAST_BAR, width - labelWidth - LABEL - INDENT.length - 2 * GAP.length);
  return labels
    .map((label, at) => {
      let end = 0;
      const parts = series.map(({ tone, values }, row) => {
        const start = Math.round((end / most) * room);
        end += values[at] ?? 0;
        return paint(palette, tone)((BLOCKS[row] ?? BLOCKS[0]).repeat(Math.round((end / most) * room) - start));
      });
      const total = totals[at] ?? 0;
      return `${INDENT}${label.padStart(labelWidth)}${GAP}${parts.join('')}${total === 0 ? '' : ` ${format(total)}`}\n`;
    })
    .join('');
}

/** As many values as there is room for: of neighbours the largest. */
function shrink(values: readonly (number | null)[], room: number): readonly (number | null)[] {
  const step = Math.ceil(values.length / room);
  return Array.from({ length: Math.ceil(values.length / step) }, (_, at) => {
    const some = values.slice(at * step, (at + 1) * step).filter((value) => value !== null);
    return some.length === 0 ? null : Math.max(...some);
  });
}

function drawSparks({ labels, series, format }: ReportChart, palette: Palette, width: number): string {
  const room = Math.max(LEAST_BAR, width - 2 * LABEL - INDENT.length - GAP.length);
  const rows = series
    .filter(({ values }) => values.some((value) => value !== null && value > 0))
    .map(({ name, tone, values }) => {
      const shown = shrink(values, room);
      const most = Math.max(...shown.map((value) => value ?? 0));
      const mark = (value: number | null): string =>
        value === null || value === 0 ? ' ' : (HEIGHTS[Math.ceil((value / most) * HEIGHTS.length) - 1] ?? ' ');
      return `${INDENT}${name.padEnd(LABEL)}${paint(palette, tone)(shown.map(mark).join(''))}${GAP}most ${format(most)}\n`;
    });
  return `${rows.join('')}${INDENT}${' '.repeat(LABEL)}${palette.dim(`${labels[0] ?? ''} to ${labels.at(-1) ?? ''}`)}\n`;
}

function drawChart(chart: ReportChart, palette: Palette, width: number): string {
  const isOverTime = chart.axis === 'from';
  const legend = isOverTime
    ? ''
    : `${INDENT}${chart.series.map(({ name, tone }, at) => `${paint(palette, tone)(BLOCKS[at] ?? BLOCKS[0])} ${name}`).join(GAP)}\n`;
  const drawn = isOverTime ? drawSparks(chart, palette, width) : drawBars(chart, palette, width);
  return `${palette.bold(chart.title)}\n${legend}${drawn}`;
}

/** The report for a terminal. */
export function toTextReport(report: LogReport, { colour, width }: TextOptions): string {
  const palette = createPalette(colour);
  const sections = describeReport(report).map(({ title, sentences, charts, tables }) => {
    const heading = `${palette.bold(palette.cyan(`── ${title} ${'─'.repeat(Math.max(0, width - lengthOf(title) - 4))}`))}\n`;
    const parts = [
      ...(sentences.length > 0 ? [sentences.map((sentence) => `${sentence}\n`).join('')] : []),
      ...charts.map((chart) => drawChart(chart, palette, width)),
      ...tables.map((table) => drawTextTable(table, palette, width)),
    ];
    return heading + parts.join('\n');
  });
  return sections.join('\n');
}
