import type { LogReport, LogReportQuantiles } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import { overTimeChart } from './over-time-chart.ts';
import type { ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, seconds, plural } = formatFigure;

const timeRow = (label: string, found: LogReportQuantiles): readonly string[] => [
  label,
  count(found?.count ?? 0),
  ...[seconds(found?.p50), seconds(found?.p95), seconds(found?.p99), seconds(found?.max)],
];

/** How long things took, and which attempts failed. */
export function describeProcessing({ processing, over_time }: LogReport): ReportSection {
  const { failed, abandoned, stages } = processing;
  const charts = [overTimeChart('seconds', over_time), overTimeChart('waited', over_time)];
  const times = [
    timeRow('attempt, to its stored result', processing.seconds),
    ...stages.map((stage) => timeRow(`  ${stage.name}`, stage.seconds)),
    timeRow('from arrival to first start', processing.waited),
    timeRow('from arrival to queue', processing.queued),
  ];
  const again = failed.rows.reduce((sum, row) => sum + row.again, 0);
  return {
    title: 'Processing',
    sentences: [
      `${plural(processing.started, 'attempt')} started; ${count(again)} failed and went on, ${plural(processing.stalled, 'job')} stalled.`,
    ],
    charts: charts.filter((chart) => chart !== undefined),
    tables: [
      toTable(
        'Times; the slowest stages first',
        ['what', '#times', '#p50', '#p95', '#p99', '#longest'],
        processing.started + (processing.seconds?.count ?? 0) === 0 ? [] : times,
      ),
      toTable(
        'Failed attempts',
        ['code', '#tried again', '#given up'],
        failed.rows.map((row) => [name(row.name), count(row.again), count(row.final)]),
        describeRest(failed),
      ),
      toTable(
        'Abandoned attempts',
        ['code', '#attempts'],
        abandoned.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(abandoned),
      ),
    ],
  };
}
