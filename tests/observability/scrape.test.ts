import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { DASHBOARD_ROWS } from '../../observability/dashboard-panels.ts';
import { drawDashboard } from '../../observability/draw-dashboard.ts';
import { type DeskJson, openTestDeskApi, type TestDeskApi } from '../service/api/desk/open-test-desk-api.ts';
import type { PrivateServer } from '../service/private-server.ts';
import { readAlerts } from './read-alerts.ts';
import { startPrometheus } from './start-prometheus.ts';

/** Queries that have no series here, and why. */
const EMPTY: Readonly<Record<string, string>> = {
  'sum(rate(copydesk_processing_failed_total[$__rate_interval])) by (code)': 'codes come with their first failure; none failed',
  'sum(rate(copydesk_component_failures_total[$__rate_interval])) by (component, code)': 'the same',
  'max(copydesk_redis_memory_used_bytes)': 'there is no Redis in this mode',
  'min(copydesk_redis_aof_ok)': 'the same',
  'max(copydesk_redis_evicted_keys_total)': 'the same',
};

const queries = DASHBOARD_ROWS.flatMap(({ panels }) =>
  panels.flatMap((panel) => panel.queries.map(({ expr }) => [panel.title, expr] as const)),
);

const answerSchema = z.object({ status: z.literal('success'), data: z.object({ result: z.array(z.unknown()) }) });
const rulesSchema = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(z.object({ name: z.string(), state: z.string(), health: z.string(), lastError: z.string().optional() })),
      }),
    ),
  }),
});

/** The title of a drawn panel with why it is empty, or that it is not. */
function readPanel(html: string): readonly [string, string] {
  const title = /<h3[^>]*>([^<]+)</u.exec(html)?.[1] ?? '';
  const why = /<p class="none">([^<]+)</u.exec(html)?.[1];
  const hasFigures = /class="line look-1" d="M|<p class="value">0</u.test(html);
  return [title, why ?? (hasFigures ? 'drawn' : 'neither drawn nor explained')];
}

const programs = inject('prometheus');

describe.runIf(programs)('a desk that Prometheus scrapes', () => {
  let api: TestDeskApi;
  let prometheus: PrivateServer;
  const startedAt = Date.now();

  /** A moderator brings back what the machine took out, and decides. */
  async function decideOne(): Promise<void> {
    const ann = await api.join('moderator');
    const id = await api.flag();
    const act = async (name: string, body: object = {}) => {
      const { status, json, text } = await ann.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
      expect(status, text).toBeLessThan(300);
      return json as unknown as DeskJson;
    };
    const { fence, original } = await act('claim');
    const start = String(original).indexOf('Buy pills');
    const restore = { kind: 'restore', start, end: String(original).indexOf('</p>', start) };
    const { resultSha256: result } = await act('amendments', { fence, amendments: [restore] });
    const effort = { keys: 2, seconds: 8 };
    await act('decide', { fence, result, decision: 'accepted', reason: 'false_alarm', effort });
  }

  beforeAll(async () => {
    api = await openTestDeskApi('embedded', { metrics: { host: '127.0.0.1', port: 0 } });
    prometheus = await startPrometheus(programs?.prometheus ?? '', { desk: new URL(api.desk.metricsUrl ?? '').host });
    await decideOne();
  }, 200_000);
  afterAll(async () => {
    await prometheus.stop();
    await api.close();
  }, 200_000);

  const ask = async (expr: string) => {
    const url = new URL('/api/v1/query', prometheus.url);
    url.searchParams.set('query', expr.replaceAll('$__rate_interval', '30s'));
    const body: unknown = await (await fetch(url)).json();
    return answerSchema.parse(body).data.result;
  };

  it('tells metrics in which promtool finds no fault', async () => {
    const input = await (await fetch(api.desk.metricsUrl ?? '')).text();
    for (const sample of [
      /^copydesk_articles_flagged_total\{outcome="review"\} 1$/mu,
      /^copydesk_decisions_total\{decision="accepted",on="review"\} 1$/mu,
      /^copydesk_spans_restored_total\{kind="\w+"\} 1$/mu,
    ]) {
      expect(input).toMatch(sample);
    }
    const check = (text: string) => {
      const { status, stdout, stderr } = spawnSync(programs?.promtool ?? '', ['check', 'metrics'], {
        input: text,
        encoding: 'utf8',
      });
      return [status, `${stdout}${stderr}`];
    };
    expect(check(input)).toEqual([0, '']);
    expect(check(`${input}# TYPE odd_seconds_total gauge\nodd_seconds_total 1\n`)[0]).not.toBe(0);
  });

  it.each(queries)('answers what the panel %s asks: %s', async (_, expr) => {
    if (expr in EMPTY) expect(await ask(expr)).toEqual([]);
    else await expect.poll(async () => (await ask(expr)).length, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(0);
  });

  it('is drawn, each panel with what it knows or why there is nothing', async () => {
    // What came before the first scrape is no increase.
    await decideOne();
    // One that waits is seen by whoever looks each few seconds; one that passes through the queue may not be.
    await api.flag();
    const nothing = 'Nothing in this time.';
    const noRedis = 'No Redis is told of: this desk has its queue in the store, or its API is not scraped.';
    const drawAll = async () => {
      const page = await drawDashboard(prometheus.url, startedAt, Date.now());
      expect(page).toContain('<p>No alert fired in this time.</p>');
      return page.split('<section class="panel ').slice(1).map(readPanel);
    };
    const panels = DASHBOARD_ROWS.flatMap((row) => row.panels.map(({ title }) => title));
    const passing = { Queue: expect.stringMatching(/^(?:drawn|Nothing in this time\.)$/u) };
    const expected: Readonly<Record<string, unknown>> = {
      ...passing,
      'Failed attempts': nothing,
      'Left by the machine': nothing,
      'Second looks that agree': 'No such event in this time, so there is no figure.',
      Appeals: nothing,
      'Seconds of a delivery': 'No such event in this time, so there is no figure.',
      'Oldest undelivered': nothing,
      'Attempts to deliver': nothing,
      Failures: 'No part has failed.',
      Redis: noRedis,
      'Redis writes': noRedis,
    };
    await expect
      .poll(drawAll, { timeout: 60_000, interval: 1000 })
      .toEqual(panels.map((title) => [title, expected[title] ?? 'drawn']));
  });

  it('leaves out only queries that there are', () => {
    expect(Object.keys(EMPTY).filter((expr) => !queries.some(([, one]) => one === expr))).toEqual([]);
  });

  it('asks each alert without an error', async () => {
    const readRules = async () => {
      const body: unknown = await (await fetch(`${prometheus.url}/api/v1/rules?type=alert`)).json();
      return rulesSchema.parse(body).data.groups.flatMap(({ rules }) => rules);
    };
    await expect
      .poll(async () => (await readRules()).filter(({ health }) => health === 'unknown').length, { timeout: 60_000 })
      .toBe(0);
    const rules = await readRules();
    expect(rules.map(({ name }) => name)).toEqual(readAlerts().map(({ alert }) => alert));
    for (const { name, health, lastError, state } of rules) {
      expect([name, health, lastError]).toEqual([name, 'ok', undefined]);
      expect(['inactive', 'pending', 'firing']).toContain(state);
    }
    expect(rules.filter(({ state }) => state === 'firing').map(({ name }) => name)).toEqual([]);
  });
});
