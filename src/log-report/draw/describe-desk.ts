import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import { overTimeChart } from './over-time-chart.ts';
import type { ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, seconds, number, plural } = formatFigure;

/** What people did. */
export function describeReview({ review }: LogReport): ReportSection {
  const { amendments, appeals, checks } = review;
  const acts = [
    ['claimed', review.claimed],
    ['given back', review.released],
    ['claim ran out', review.lease_expired],
    ['escalated', review.escalated],
    ['notes', review.noted],
    ['accepted', review.accepted],
    ['rejected', review.rejected],
    [`decisions undone, ${count(review.undone_told)} after the publisher was told`, review.undone],
    ['second looks that agree', checks.agree],
    ['second looks that differ', checks.differ],
    ['appeals opened', appeals.opened],
    ['appeals upheld: decided otherwise', appeals.upheld],
    ['appeals turned down', appeals.turned_down],
    ['spans restored', amendments.restored],
    ['spans removed', amendments.removed],
    ['texts edited', amendments.edited],
    ['findings reclassified', amendments.reclassified],
    ['entities rejected', amendments.entities_rejected],
    ['changes withdrawn', amendments.withdrawn],
  ] as const;
  const took = [
    [
      'time of a decision',
      count(review.seconds?.count ?? 0),
      ...[review.seconds?.p50, review.seconds?.p95, review.seconds?.max].map(seconds),
    ],
    [
      'keys and clicks of a decision',
      count(review.keys?.count ?? 0),
      ...[review.keys?.p50, review.keys?.p95, review.keys?.max].map(number),
    ],
  ];
  return {
    title: 'People',
    sentences: [`${plural(review.accepted + review.rejected, 'decision')} by people.`],
    charts: [],
    tables: [
      toTable(
        'Acts',
        ['what', '#times'],
        acts.filter(([, times]) => times > 0).map(([what, times]) => [what, count(times)]),
      ),
      toTable('What a decision took', ['what', '#decisions', '#p50', '#p95', '#most'], review.seconds || review.keys ? took : []),
      toTable(
        'Reasons',
        ['reason', '#decisions'],
        review.reasons.map((row) => [name(row.name), count(row.count)]),
      ),
    ],
  };
}

/** How decisions got to publishers. */
export function describeDeliveries({ deliveries, over_time }: LogReport): ReportSection {
  const failed = deliveries.failed.reduce((sum, row) => sum + row.count, 0);
  const dead = deliveries.dead_lettered.reduce((sum, row) => sum + row.count, 0);
  const chart = overTimeChart('deliveries', over_time);
  const times = deliveries.seconds
    ? ` p50 ${seconds(deliveries.seconds.p50)}, p95 ${seconds(deliveries.seconds.p95)}, longest ${seconds(deliveries.seconds.max)}.`
    : '';
  return {
    title: 'Deliveries',
    sentences: [
      `${plural(deliveries.attempted, 'attempt')}: ${count(deliveries.succeeded)} succeeded, ${count(failed)} failed.${times}`,
      `${plural(dead, 'delivery', 'deliveries')} given up, ${count(deliveries.replayed)} sent once more.`,
    ],
    charts: chart ? [chart] : [],
    tables: [
      toTable(
        'Failures',
        ['code and status', '#attempts'],
        deliveries.failed.map((row) => [name(row.name), count(row.count)]),
      ),
      toTable(
        'Dead letters',
        ['code', '#deliveries'],
        deliveries.dead_lettered.map((row) => [name(row.name), count(row.count)]),
      ),
    ],
  };
}

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
