import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
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
    ['topics rejected', amendments.topics_rejected],
    ['topics added', amendments.topics_added],
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
        review.reasons.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(review.reasons),
      ),
    ],
  };
}
