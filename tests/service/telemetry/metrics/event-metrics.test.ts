import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { LOG_EVENT_FACTS } from '../../../../src/schema/log-event-facts.ts';
import { LOG_EVENTS, type LogEvent } from '../../../../src/schema/log-events.ts';
import { createEventMetrics } from '../../../../src/service/telemetry/metrics/event-metrics.ts';

const EVENTS = Object.keys(LOG_EVENTS) as LogEvent[];

async function readSamples(registry: Registry): Promise<ReadonlyMap<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** The count of an event as the examples of the catalogue say it. */
function countExamples(...events: readonly LogEvent[]): Promise<ReadonlyMap<string, number>> {
  const registry = new Registry();
  const count = createEventMetrics(registry);
  for (const event of events) count(event, LOG_EVENT_FACTS[event].example);
  return readSamples(registry);
}

describe('metrics of events', () => {
  it.each<[LogEvent, Readonly<Record<string, number>>]>([
    ['article.received', { copydesk_articles_received_total: 1 }],
    ['article.refused', { 'copydesk_articles_refused_total{code="revision_conflict"}': 1 }],
    ['article.superseded', { 'copydesk_articles_ended_total{how="superseded"}': 1 }],
    ['article.purged', { 'copydesk_articles_ended_total{how="expired"}': 1 }],
    ['article.queued', { copydesk_queue_wait_seconds_count: 1, copydesk_queue_wait_seconds_sum: 0.012 }],
    [
      'processing.failed',
      {
        'copydesk_processing_failed_total{code="deadline",final="false"}': 1,
        'copydesk_processing_seconds_count{result="failed"}': 1,
        'copydesk_processing_seconds_count{result="ok"}': 0,
        copydesk_articles_dead_total: 0,
      },
    ],
    [
      'article.cleaned',
      {
        'copydesk_articles_cleaned_total{outcome="review"}': 1,
        'copydesk_findings_total{kind="spam_insert"}': 2,
        'copydesk_spans_removed_total{kind="spam_insert"}': 2,
        'copydesk_rule_hits_total{rule="spam.exchange-discount@1"}': 2,
        'copydesk_stage_seconds_sum{stage="annotate"}': 0.018,
        'copydesk_score_bucket{le="70"}': 1,
        'copydesk_score_bucket{le="60"}': 0,
      },
    ],
    [
      'review.decided',
      {
        'copydesk_decisions_total{decision="accepted",on="review"}': 1,
        copydesk_decision_seconds_sum: 14.2,
        'copydesk_spans_restored_total{kind="spam_insert"}': 1,
        'copydesk_rule_restored_total{rule="spam.exchange-discount@1"}': 1,
        'copydesk_rule_restores_withdrawn_total{rule="spam.exchange-discount@1"}': 0,
      },
    ],
    [
      'decision.undone',
      {
        'copydesk_restores_withdrawn_total{kind="spam_insert"}': 1,
        'copydesk_rule_restores_withdrawn_total{rule="spam.exchange-discount@1"}': 1,
        'copydesk_spans_restored_total{kind="spam_insert"}': 0,
      },
    ],
    [
      'appeal.decided',
      { 'copydesk_decisions_total{decision="rejected",on="appeal"}': 1, 'copydesk_appeals_decided_total{upheld="false"}': 1 },
    ],
    // It may be withdrawn: the decision counts.
    ['span.restored', { 'copydesk_spans_restored_total{kind="spam_insert"}': 0 }],
    [
      'delivery.failed',
      { 'copydesk_delivery_attempts_total{code="status_5xx"}': 1, 'copydesk_delivery_seconds_sum{result="failed"}': 0.2 },
    ],
    ['delivery.dead_lettered', { 'copydesk_dead_letters_total{code="status_5xx"}': 1 }],
    ['request.answered', { 'copydesk_requests_total{method="POST",route="/v1/articles",status="2xx"}': 1 }],
    [
      'service.failed',
      { copydesk_failures_total: 1, 'copydesk_component_failures_total{component="relay",code="econnrefused"}': 1 },
    ],
  ])('count %s', async (event, expected) => {
    const samples = await countExamples(event);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, samples.get(name)]))).toEqual(expected);
  });

  it('count an article as dead when there is no other try', async () => {
    const registry = new Registry();
    const count = createEventMetrics(registry);
    count('processing.failed', { ...LOG_EVENT_FACTS['processing.failed'].example, final: true });
    expect((await readSamples(registry)).get('copydesk_articles_dead_total')).toBe(1);
  });

  it('begin with 0 where what can be counted is known, so that the first is an increase', async () => {
    const samples = await countExamples();
    for (const series of [
      'copydesk_articles_cleaned_total{outcome="reject"}',
      'copydesk_findings_total{kind="hidden_text"}',
      'copydesk_restores_withdrawn_total{kind="spam_insert"}',
      'copydesk_decisions_total{decision="accepted",on="appeal"}',
      'copydesk_delivery_seconds_count{result="failed"}',
      'copydesk_stage_seconds_count{stage="annotate"}',
      'copydesk_appeals_decided_total{upheld="true"}',
      'copydesk_articles_dead_total',
      'copydesk_failures_total',
    ]) {
      expect([series, samples.get(series)]).toEqual([series, 0]);
    }
    expect([...samples.values()].filter((value) => value !== 0)).toEqual([]);
    expect(samples.size).toBeLessThan(500);
  });

  it('have no ids, tenants or sources in labels', async () => {
    const names = [...(await countExamples(...EVENTS)).keys()].join('\n');
    for (const word of ['default', 'art_', 'harbour', 'per_', 'msg_', 'app_', 'am_', 'a1b2c3', 'req-'])
      expect(names).not.toContain(`"${word}`);
  });

  it('stay bounded, whatever comes', async () => {
    const registry = new Registry();
    const count = createEventMetrics(registry);
    const flood = () => {
      for (let at = 0; at < 2000; at++) {
        const code = `code_${at}`;
        count('article.cleaned', {
          ...LOG_EVENT_FACTS['article.cleaned'].example,
          rules: { [`spam.r${at}@1`]: 1 },
          removed_rules: { [`spam.r${at}@1`]: 1 },
        });
        count('review.decided', { ...LOG_EVENT_FACTS['review.decided'].example, restored_rules: { [`spam.r${at}@1`]: 1 } });
        count('service.failed', { code, component: `part_${at}` });
        count('delivery.failed', { ...LOG_EVENT_FACTS['delivery.failed'].example, code });
        count('request.answered', {
          ...LOG_EVENT_FACTS['request.answered'].example,
          method: `M${at}`,
          route: `/r/${at}`,
          status: 200 + (at % 5),
        });
      }
    };
    flood();
    const { size } = await readSamples(registry);
    flood();
    expect((await readSamples(registry)).size).toBe(size);
    expect(size).toBeLessThan(20_000);
    expect((await readSamples(registry)).get('copydesk_rule_hits_total{rule="other"}')).toBe(2 * 1700);
  });

  it('keep what each other part says by name, whatever statuses receivers choose and rules tenants learn', async () => {
    const registry = new Registry();
    const count = createEventMetrics(registry, ['spam.offer@1']);
    const failed = LOG_EVENT_FACTS['delivery.failed'].example;
    for (let status = 100; status < 600; status++) count('delivery.failed', { ...failed, code: `status_${status}` });
    for (let at = 0; at < 300; at++) count('delivery.failed', { ...failed, code: `word_${at}` });
    const cleaned = LOG_EVENT_FACTS['article.cleaned'].example;
    const learned = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`learned.word-${at}@1`, 1]));
    count('article.cleaned', { ...cleaned, rules: learned, removed_rules: learned });
    count('article.cleaned', { ...cleaned, rules: { 'spam.late@1': 1 }, removed_rules: { 'spam.offer@1': 2 } });
    count('processing.failed', { ...LOG_EVENT_FACTS['processing.failed'].example, code: 'deadline' });
    const samples = await readSamples(registry);
    expect(samples.get('copydesk_delivery_attempts_total{code="status_4xx"}')).toBe(100);
    expect(samples.get('copydesk_processing_failed_total{code="deadline",final="false"}')).toBe(1);
    expect(samples.get('copydesk_rule_hits_total{rule="spam.late@1"}')).toBe(1);
    expect(samples.get('copydesk_rule_removed_total{rule="spam.offer@1"}')).toBe(2);
    expect(samples.get('copydesk_rule_restored_total{rule="spam.offer@1"}')).toBe(0);
    expect(samples.get('copydesk_rule_removed_total{rule="other"}')).toBe(100);
  });
});
