import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import type { ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, seconds } = formatFigure;

/** Requests to the API, and failures of the processes themselves. */
export function describeServices({ requests, failures }: LogReport): ReportSection {
  const rows = requests.rows.map((row) => [
    `${name(row.method)} ${name(row.route)}`,
    ...[String(row.status), count(row.count), seconds(row.seconds?.p50), seconds(row.seconds?.p95), seconds(row.seconds?.p99)],
  ]);
  return {
    title: 'Requests and processes',
    sentences: [],
    charts: [],
    tables: [
      toTable('Requests by route', ['route', '#status', '#requests', '#p50', '#p95', '#p99'], rows, describeRest(requests)),
      toTable(
        'Failures by component',
        ['component', 'code', '#times'],
        failures.rows.map((row) => [name(row.component), name(row.code), count(row.count)]),
        describeRest(failures),
      ),
    ],
  };
}
