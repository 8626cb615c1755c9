import { type CellOutcome, listFaults } from './outcome.ts';

const HEADS = [
  'fault',
  'mode',
  'acknowledged',
  'refused, then repeated',
  'lost',
  'double',
  'broken',
  'repeats of a webhook-id',
  'slowest 2xx during it, s',
  'worker to restart, s',
  'longest silence, s',
  'quiet after, s',
  'lines logged (torn)',
  'bad lines, leaks',
  'verdict',
] as const;

const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
const seconds = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1));

function toCells(one: CellOutcome): readonly string[] {
  return [
    one.fault,
    one.mode,
    `${one.acknowledged} of ${one.count}`,
    `${sumOf(one.refused)}`,
    `${one.lost.length}`,
    `${one.doubled.length}`,
    `${one.broken.length + one.leftOver.length}`,
    `${one.repeated}`,
    seconds(one.slowestSeconds),
    seconds(one.restartSeconds),
    seconds(one.silenceSeconds),
    seconds(one.quietSeconds),
    `${one.logs.lines} (${one.logs.torn})`,
    `${one.logs.broken.length}, ${one.logs.leaks.length}`,
    listFaults(one).length === 0 ? 'ok' : 'FAILED',
  ];
}

/** A table for the terminal. */
export function drawText(outcomes: readonly CellOutcome[]): string {
  const rows = [HEADS, ...outcomes.map(toCells)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function drawMarkdown(outcomes: readonly CellOutcome[]): string {
  const rows = [HEADS, HEADS.map((_, column) => (column < 2 ? '---' : '---:')), ...outcomes.map(toCells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
