import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import { overTimeChart } from './over-time-chart.ts';
import type { ReportChart, ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, share, number, plural } = formatFigure;

/** What came in and what became of it. */
export function describeArticles({ articles, over_time }: LogReport): ReportSection {
  const { outcomes, cleaned, dead, purged, characters } = articles;
  const ended = cleaned + dead;
  const chart = overTimeChart('outcomes', over_time);
  const became = [
    ...(['publish', 'review', 'reject'] as const).map((outcome) => [
      outcome,
      count(outcomes[outcome]),
      share(outcomes[outcome], ended),
    ]),
    ['dead (given up)', count(dead), share(dead, ended)],
  ];
  const more = [
    ['accepted by the machine', articles.accepted],
    ['flagged for people', articles.flagged],
    ['superseded', articles.superseded],
    ['replayed', articles.replayed],
    ['purged because asked', purged.asked],
    ['purged after their time', purged.retention],
  ] as const;
  const length = characters
    ? ` Half of them have ${number(characters.p50)} characters or fewer, the longest ${count(characters.max)}.`
    : '';
  return {
    title: 'Articles',
    sentences: [
      `${plural(articles.received, 'article')} received, ${count(articles.queued)} queued, ${count(cleaned)} cleaned.${length}`,
    ],
    charts: chart ? [chart] : [],
    tables: [
      toTable('Outcomes', ['outcome', '#articles', '#share'], ended === 0 ? [] : became),
      toTable(
        'What else happened',
        ['what', '#articles'],
        more.filter(([, times]) => times > 0).map(([what, times]) => [what, count(times)]),
      ),
      toTable(
        'Refused',
        ['code', '#submissions'],
        articles.refused.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(articles.refused),
      ),
    ],
  };
}

function scoreChart(scores: LogReport['scores']): ReportChart {
  const values = (outcome: 'publish' | 'review' | 'reject') => scores.map((bar) => bar[outcome]);
  return {
    kind: 'bars',
    title: 'Scores',
    description: 'How many articles have which score, from 0 to 100, by outcome.',
    axis: 'score from',
    labels: scores.map(({ from }) => String(from)),
    series: [
      { name: 'publish', tone: 'good', values: values('publish') },
      { name: 'review', tone: 'doubt', values: values('review') },
      { name: 'reject', tone: 'bad', values: values('reject') },
    ],
    format: count,
  };
}

/** Scores, and what was found. */
export function describeFindings({ scores, findings, rules, review, articles }: LogReport): ReportSection {
  const { restored, removed } = review.amendments;
  const removedOf = new Map(findings.removed_kinds.rows.map((row) => [row.name, row.count]));
  const rows = rules.rows.map((row) => [
    name(row.name),
    ...[count(row.findings), count(row.removed_findings), count(row.restored), share(row.restored, row.removed_findings)],
    ...[count(row.removed), count(row.edited), count(row.reclassified)],
  ]);
  return {
    title: 'Scores and findings',
    sentences: [
      `${plural(findings.total, 'finding')}, and the text of ${count(findings.removed)} taken out. People brought back ${count(restored)} (${share(restored, findings.removed)}) and took out ${count(removed)} that were left.`,
    ],
    charts: articles.cleaned === 0 ? [] : [scoreChart(scores)],
    tables: [
      toTable(
        'Findings by kind',
        ['kind', '#findings', '#share', '#taken out'],
        findings.kinds.rows.map((row) => [
          ...[name(row.name), count(row.count), share(row.count, findings.total)],
          count(removedOf.get(row.name) ?? 0),
        ]),
        describeRest(findings.kinds),
      ),
      toTable(
        'Noisiest rules',
        ['rule', '#findings', '#taken out', '#restored', '#restored share', '#removed by people', '#edited', '#reclassified'],
        rows,
        describeRest(rules),
      ),
      toTable(
        'Not finished',
        ['stage', '#articles'],
        findings.incomplete.rows.map((row) => [name(row.name), count(row.count)]),
        describeRest(findings.incomplete),
      ),
    ],
  };
}

/** Sources, the noisiest first. */
export function describeSources({ sources }: LogReport): ReportSection {
  const rows = sources.rows.map((row) => [
    row.name === '' ? '(none stated)' : name(row.name),
    ...[count(row.received), count(row.publish), count(row.review), count(row.reject), count(row.dead)],
    ...[
      count(row.findings),
      count(row.removed),
      count(row.restored),
      share(row.restored, row.removed),
      count(row.delivery_failed),
    ],
  ]);
  const columns = [
    'source',
    '#received',
    '#publish',
    '#review',
    '#reject',
    '#dead',
    '#findings',
    '#removed',
    '#restored',
    '#share',
    '#failed',
  ];
  return {
    title: 'Sources',
    sentences: [],
    charts: [],
    tables: [toTable('Noisiest sources (share: restored of removed; failed: deliveries)', columns, rows, describeRest(sources))],
  };
}
