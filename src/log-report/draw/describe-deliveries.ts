import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import { overTimeChart } from './over-time-chart.ts';
import type { ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, seconds, plural } = formatFigure;

/** How decisions got to publishers. */
export function describeDeliveries({ deliveries, over_time }: LogReport): ReportSection {
  const failed = deliveries.failed.rows.reduce((sum, row) => sum + row.count, 0);
  const dead = deliveries.dead_lettered.rows.reduce((sum, row) => sum + row.count, 0);
  const chart = overTimeChart('deliveries', over_time);
  const times = deliveries.seconds
    ? ` p50 ${seconds(deliveries.seconds.p50)}, p95 ${seconds(deliveries.seconds.p95)}, longest ${seconds(deliveries.seconds.max)}.`
    : '';
  return {
    title: 'Deliveries',
    sentences: [
      `${plural(deliveries.attempted, 'attempt')}: ${count(deliveries.succeeded)} succeeded, ${count(failed)} failed.${times}`,
      `${plural(dead, 'delivery', 'deliveries')} given up, ${count(deliveries.replayed)} sent once more, ${count(deliveries.shelved)} left to be fetched because their webhook was taken away.`,
    ],
    charts: chart ? [chart] : [],
    tables: [
      toTable(
        'Failures',
        ['code and status', '#attempts'],
        deliveries.failed.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(deliveries.failed),
      ),
      toTable(
        'Dead letters',
        ['code', '#deliveries'],
        deliveries.dead_lettered.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(deliveries.dead_lettered),
      ),
    ],
  };
}
