/** Units as Grafana names them. */
export type PanelUnit = 'short' | 's' | 'percentunit' | 'decbytes' | 'cps';

export interface PanelQuery {
  readonly expr: string;
  /** How a series is called, with `{{label}}`. */
  readonly legend: string;
}

/** One panel of the dashboard: what a person wants to know, and the queries that tell it. */
export interface Panel {
  readonly title: string;
  readonly says: string;
  readonly kind: 'stat' | 'timeseries';
  readonly unit: PanelUnit;
  readonly queries: readonly PanelQuery[];
  /** Words for values that are no numbers to a person. */
  readonly words?: Readonly<Record<string, string>>;
  /** What it means that a query gives nothing at all. */
  readonly whenNone?: string;
}

export interface PanelRow {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const rate = (metric: string, by?: string): string => `sum(rate(${metric}[$__rate_interval]))${by ? ` by (${by})` : ''}`;
/** Within a day: what the machine does at night is looked at in the morning. A series that was not there a day ago counts with all it has. */
const day = (metric: string, by: string): string =>
  `sum((${metric} unless ${metric} offset 1d) or increase(${metric}[1d])) by (${by})`;
/** What people brought back, without what was taken back of it: counters do not go down. */
const net = (restored: string, withdrawn: string, by: string): string =>
  `(${day(`copydesk_${restored}_total`, by)} - (${day(`copydesk_${withdrawn}_total`, by)} or 0 * ${day(`copydesk_${restored}_total`, by)}))`;
const quantile = (
  q: number,
  metric: string,
  { by, matching }: { readonly by?: string; readonly matching?: string } = {},
): string =>
  `histogram_quantile(${q}, sum(rate(${metric}_bucket${matching ? `{${matching}}` : ''}[$__rate_interval])) by (le${by ? `, ${by}` : ''}))`;

type More = Pick<Panel, 'words' | 'whenNone'>;

const stat = (title: string, says: string, expr: string, unit: PanelUnit = 'short', more: More = {}): Panel => ({
  ...{ title, says, unit, kind: 'stat' },
  queries: [{ expr, legend: title }],
  ...more,
});
const lines = (
  title: string,
  says: string,
  unit: PanelUnit,
  queries: readonly (readonly [string, string])[],
  whenNone?: string,
): Panel => ({
  ...{ title, says, unit, kind: 'timeseries' },
  queries: queries.map(([expr, legend]) => ({ expr, legend })),
  ...(whenNone !== undefined && { whenNone }),
});

const NO_REDIS = 'No Redis is told of: this desk has its queue in the store, or its API is not scraped.';

/** The dashboard from top to bottom: is it well, what comes and goes, what people do, what it stands on. */
export const DASHBOARD_ROWS: readonly PanelRow[] = [
  {
    title: 'Now',
    panels: [
      stat(
        'Oldest on its way',
        'How long the oldest article has waited for a worker.',
        'max(copydesk_queue_oldest_seconds)',
        's',
      ),
      stat('On the desk', 'Articles that wait for a person.', 'sum(max(copydesk_review_open) by (review))'),
      stat('Overdue', 'Articles on the desk that should have been decided by now.', 'max(copydesk_review_overdue)'),
      stat('Dead letters', 'Decisions that were given up.', 'max(copydesk_deliveries{state="dead"})'),
      stat('Workers', 'Worker processes with a sign of life.', 'max(copydesk_processes{role="worker"})'),
      stat('Store', 'Whether the database answers.', 'min(copydesk_store_up)', 'short', {
        words: { 0: 'away', 1: 'answers' },
      }),
    ],
  },
  {
    title: 'Articles',
    panels: [
      lines('Articles a second', 'Taken in, and cleaned by outcome.', 'cps', [
        [rate('copydesk_articles_received_total'), 'received'],
        [rate('copydesk_articles_cleaned_total', 'outcome'), '{{outcome}}'],
      ]),
      lines('Processing seconds', 'From the start of an attempt until its result is stored, without those that failed.', 's', [
        [quantile(0.5, 'copydesk_processing_seconds', { matching: 'result="ok"' }), 'p50'],
        [quantile(0.95, 'copydesk_processing_seconds', { matching: 'result="ok"' }), 'p95'],
        [quantile(0.99, 'copydesk_processing_seconds', { matching: 'result="ok"' }), 'p99'],
      ]),
      lines('Seconds by stage', 'Mean of each stage of moderation.', 's', [
        [`${rate('copydesk_stage_seconds_sum', 'stage')} / ${rate('copydesk_stage_seconds_count', 'stage')}`, '{{stage}}'],
      ]),
      lines('Queue', 'Articles that wait for the queue, and those it was told about.', 'short', [
        ['max(copydesk_queue_articles) by (state)', '{{state}}'],
      ]),
      lines('Seconds in the queue', 'From the submission until the queue is told.', 's', [
        [quantile(0.5, 'copydesk_queue_wait_seconds'), 'p50'],
        [quantile(0.95, 'copydesk_queue_wait_seconds'), 'p95'],
      ]),
      lines(
        'Failed attempts',
        'By code; stalled jobs beside.',
        'cps',
        [
          [rate('copydesk_processing_failed_total', 'code'), '{{code}}'],
          [rate('copydesk_processing_stalled_total'), 'stalled'],
        ],
        'No attempt has failed.',
      ),
    ],
  },
  {
    title: 'Judgement',
    panels: [
      lines('Score', 'Quality scores of results.', 'short', [
        [quantile(0.1, 'copydesk_score'), 'p10'],
        [quantile(0.5, 'copydesk_score'), 'p50'],
      ]),
      lines('Findings a second', 'By kind.', 'cps', [[rate('copydesk_findings_total', 'kind'), '{{kind}}']]),
      lines(
        'Called wrong of found',
        'Findings that people brought back or called wrong, of all, within a day, by kind.',
        'percentunit',
        [
          [
            `${net('spans_restored', 'restores_withdrawn', 'kind')} / (${day('copydesk_findings_total', 'kind')} > 0)`,
            '{{kind}}',
          ],
        ],
      ),
      lines('Rules that find most', 'Findings a second.', 'cps', [
        [`topk(10, ${rate('copydesk_rule_hits_total', 'rule')})`, '{{rule}}'],
      ]),
      lines('Rules whose spans come back', 'Findings that people brought back or called wrong within a day.', 'short', [
        [`topk(10, ${net('rule_restored', 'rule_restores_withdrawn', 'rule')} > 0)`, '{{rule}}'],
      ]),
      lines('Left by the machine', 'Spans that people took out themselves, a second.', 'cps', [
        [rate('copydesk_spans_missed_total'), 'missed'],
      ]),
    ],
  },
  {
    title: 'People',
    panels: [
      lines('Waiting for a person', 'By state.', 'short', [['max(copydesk_review_open) by (review)', '{{review}}']]),
      lines('Oldest on the desk', 'How long the oldest article has waited for a person.', 's', [
        ['max(copydesk_review_oldest_seconds)', 'oldest'],
      ]),
      lines('Decisions a second', 'By decision; those taken back beside.', 'cps', [
        [rate('copydesk_decisions_total', 'decision'), '{{decision}}'],
        [rate('copydesk_decisions_undone_total'), 'undone'],
      ]),
      lines('Seconds of a decision', 'From the claim to the decision.', 's', [
        [quantile(0.5, 'copydesk_decision_seconds'), 'p50'],
        [quantile(0.95, 'copydesk_decision_seconds'), 'p95'],
      ]),
      lines('Second looks that agree', 'Of those who did not know of the decision.', 'percentunit', [
        [`${rate('copydesk_checks_total{agrees="true"}')} / ${rate('copydesk_checks_total')}`, 'agree'],
      ]),
      lines('Appeals', 'Opened, and decided.', 'cps', [
        [rate('copydesk_appeals_opened_total'), 'opened'],
        [rate('copydesk_appeals_decided_total', 'upheld'), 'upheld: {{upheld}}'],
      ]),
    ],
  },
  {
    title: 'Delivery and API',
    panels: [
      lines('Attempts to deliver', 'By what came of them.', 'cps', [
        [rate('copydesk_delivery_attempts_total', 'code'), '{{code}}'],
      ]),
      lines('Undelivered', 'By state.', 'short', [['max(copydesk_deliveries) by (state)', '{{state}}']]),
      lines('Requests a second', 'By status.', 'cps', [[rate('copydesk_requests_total', 'status'), '{{status}}']]),
      lines('Seconds of a request', 'p95 by route.', 's', [
        [`topk(10, ${quantile(0.95, 'copydesk_request_seconds', { by: 'route' })})`, '{{route}}'],
      ]),
      lines('Seconds of a delivery', 'p95 of what an attempt takes.', 's', [
        [quantile(0.95, 'copydesk_delivery_seconds', { by: 'result' }), '{{result}}'],
      ]),
      lines('Oldest undelivered', 'How long the oldest decision has waited to be sent.', 's', [
        ['max(copydesk_delivery_oldest_seconds)', 'oldest'],
        ['max(copydesk_delivery_late_seconds)', 'overdue'],
      ]),
    ],
  },
  {
    title: 'What it stands on',
    panels: [
      lines('Processes', 'With a sign of life in the last 30 seconds.', 'short', [
        ['max(copydesk_processes) by (role)', '{{role}}'],
      ]),
      lines(
        'Failures',
        'Of parts that go on.',
        'cps',
        [[rate('copydesk_component_failures_total', 'component, code'), '{{component}} {{code}}']],
        'No part has failed.',
      ),
      lines('CPU', 'Cores in use by each process.', 'short', [
        ['rate(process_cpu_seconds_total{job="copydesk"}[$__rate_interval])', '{{instance}}'],
      ]),
      lines('Memory', 'Of each process.', 'decbytes', [['process_resident_memory_bytes{job="copydesk"}', '{{instance}}']]),
      lines('Event loop', 'p99 of its lag.', 's', [['nodejs_eventloop_lag_p99_seconds{job="copydesk"}', '{{instance}}']]),
      lines('Database', 'Its size.', 'decbytes', [['max(copydesk_store_bytes)', 'size']]),
      lines('Redis', 'Memory in use.', 'decbytes', [['max(copydesk_redis_memory_used_bytes)', 'used']], NO_REDIS),
      lines(
        'Redis writes',
        '1: the append-only file is written.',
        'short',
        [
          ['min(copydesk_redis_aof_ok)', 'append-only file'],
          ['max(copydesk_redis_evicted_keys_total)', 'evicted keys'],
        ],
        NO_REDIS,
      ),
    ],
  },
];
