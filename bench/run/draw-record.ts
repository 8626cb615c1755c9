import { drawTextTable } from '../../src/log-report/draw/draw-text-table.ts';
import type { ReportTable } from '../../src/log-report/draw/report-section.ts';
import { toTable } from '../../src/log-report/draw/to-table.ts';
import { createPalette } from '../../src/moderation/report/create-palette.ts';
import type { Spread } from '../measuring/spread.ts';
import type { BenchRecord } from './bench-record.ts';
import { formatSize } from './growth/format-size.ts';
import type { SizeFigures } from './growth/growth-figures.ts';
import type { ComparedRow, SeriesFigures } from './measure-article.ts';
import type { DeskFigures } from './measure-desk.ts';

/** Columns. */
const WIDTH = 132;
const SPREAD = ['#ms CPU', '#quartiles'] as const;

const count = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => value.toFixed(2);
const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

function cellsOf({ median, lowerQuartile, upperQuartile }: Spread): readonly string[] {
  return [milliseconds(median), `${milliseconds(lowerQuartile)}–${milliseconds(upperQuartile)}`];
}

const compareCells = ({ name, milliseconds: time, ratio }: ComparedRow): readonly string[] => [
  name,
  ...cellsOf(time),
  ratio.median.toFixed(3),
  `${ratio.lowerQuartile.toFixed(3)}–${ratio.upperQuartile.toFixed(3)}`,
];

/** What those do whose names do not say it. */
function describeDetails(rows: readonly ComparedRow[]): string | undefined {
  const details = rows.flatMap(({ name, detail }) => (detail === undefined ? [] : [`${name.trim()}: ${detail}`]));
  return details.length === 0 ? undefined : details.join('; ');
}

const compareTable = (caption: string, yardstick: string, rows: readonly ComparedRow[]): ReportTable =>
  toTable(caption, ['', ...SPREAD, `#of ${yardstick}`, '#quartiles'], rows.map(compareCells), describeDetails(rows));

function describeSeries({ kind, description, length, rows, stages, besideAnnotate }: SeriesFigures): readonly ReportTable[] {
  const stageRows = stages.map((row) => [row.stage, ...cellsOf(row.milliseconds), share(row.share.median)]);
  return [
    compareTable(`Text, ${count(length)} characters (${kind}): ${description}`, 'compromise', rows),
    toTable(
      `moderate() by stage (${kind})`,
      ['stage', '#ms', '#quartiles', '#share'],
      [...stageRows, ['all but annotate', '', '', share(besideAnnotate.median)]],
    ),
  ];
}

function describeDesk({ length, moderation, modes }: DeskFigures): ReportTable {
  const rows = modes.map(({ mode, ours, share: part, processes, articlesPerSecond }) => [
    mode,
    milliseconds(ours),
    milliseconds(moderation.median),
    share(part),
    articlesPerSecond.toFixed(0),
    Object.entries(processes)
      .map(([name, time]) => `${name} ${time.toFixed(1)}`)
      .join(', '),
  ]);
  return toTable(
    `Desk beside moderation, ${count(length)} characters an article`,
    ['mode', '#ms CPU beside', '#moderation', '#share', '#articles/s', 'by process'],
    rows,
  );
}

function describeBase(base: NonNullable<BenchRecord['base']>): ReportTable {
  if ('leftOut' in base) return toTable('Base: left out', ['why'], [[base.leftOut]]);
  const { ref, commit, slowdown, pairs, isSlower } = base;
  const row = (name: string, ratio: Spread): readonly string[] => [
    name,
    ratio.median.toFixed(3),
    `${ratio.lowerQuartile.toFixed(3)}–${ratio.upperQuartile.toFixed(3)}`,
  ];
  return toTable(
    `Base: ratio of moderate() to compromise, ${pairs} processes each in turn`,
    ['', '#of compromise', '#quartiles'],
    [
      row(`${ref} (${commit.slice(0, 8)})`, base.base),
      row('working tree', base.tree),
      ['tree / base', slowdown.toFixed(3), isSlower ? 'slower' : 'not slower'],
    ],
  );
}

function describeSize({ format, size, length, best, startMegabytes, peakMegabytes, textLength, incomplete }: SizeFigures) {
  const speed = textLength === 0 ? 'not read' : `${(length / best / 1000).toFixed(2)} MB/s`;
  const memory = [peakMegabytes.toFixed(0), `+${(peakMegabytes - startMegabytes).toFixed(0)}`];
  return [format, formatSize(size), count(length), milliseconds(best), speed, ...memory, incomplete.join(', ')];
}

function describeGrowth({ sizes, steps, maxFactor }: NonNullable<BenchRecord['growth']>): readonly ReportTable[] {
  return [
    toTable(
      'Growth of moderate(): best CPU time, peak of resident memory and how much more than before the article',
      ['format', '#size', '#characters', '#ms CPU', '#speed', '#peak MB', '#more', 'incomplete'],
      sizes.map(describeSize),
    ),
    toTable(
      `Steps of ten in proportion to the length: 1 is linear, over ${maxFactor} is not`,
      ['format', '#from', '#to', '#factor'],
      steps.map(({ format, from, to, factor }) => [format, formatSize(from), formatSize(to), factor.toFixed(2)]),
    ),
  ];
}

function listTables({ article = [], html, desk, base, growth }: BenchRecord): readonly ReportTable[] {
  return [
    ...article.flatMap(describeSeries),
    ...(html ? [compareTable(`Web pages, ${count(html.length)} characters`, 'Readability', html.rows)] : []),
    ...(desk ? [describeDesk(desk)] : []),
    ...(base ? [describeBase(base)] : []),
    ...(growth ? describeGrowth(growth) : []),
  ];
}

/** A run as tables for a terminal, and what it failed by. */
export function drawRecord(record: BenchRecord): string {
  const { cpu, cores, node, date, commit, isDirty } = record.machine;
  const palette = createPalette(false);
  const tree = commit === null ? 'no commit' : `${commit.slice(0, 8)}${isDirty ? ' and changes' : ''}`;
  const head = `${cpu}, ${cores} cores, Node ${node}, ${tree}, ${date}`;
  const tables = listTables(record).map((table) => drawTextTable(table, palette, WIDTH));
  const failures = record.failures.map((failure) => `FAILS: ${failure}\n`);
  return [`${head}\n`, ...tables, ...(failures.length > 0 ? [failures.join('')] : [])].join('\n');
}
