import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../../../src/service/config.ts';
import { claimArticle } from '../../../../src/service/review/claim-article.ts';
import { openLog } from '../../../../src/service/telemetry/open-log.ts';
import { openTracing } from '../../../../src/service/telemetry/tracing/open-tracing.ts';
import { openTestApi, type TestApi } from '../../api/open-test-api.ts';
import { LOOPBACK, SECRET } from '../../delivery/open-delivery-place.ts';
import { type Receiver, startReceiver } from '../../delivery/start-receiver.ts';
import { CANARY, readLog, untilOver } from '../../open-test-desk.ts';
import { ANN, CLEAN, FLAGGED } from '../../review/open-review.ts';
import { availableModes } from '../../test-place.ts';
import { type Collector, type SeenSpan, startCollector } from './start-collector.ts';

const CALLER = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
const TRACEPARENT = `00-${CALLER.traceId}-${CALLER.spanId}-01`;
/** May stand in the log, where the caller looks for it. */
const REQUEST_ID = 'asked-for-by-merrow';
const STAGES = ['annotate', 'clean', 'detect', 'parse', 'read', 'score'];
const [INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER] = [1, 2, 3, 4, 5];

/** The one span of the trace that has the name. */
function only(spans: readonly SeenSpan[], traceId: string, name: string): SeenSpan {
  const found = spans.filter((span) => span.traceId === traceId && span.name === name);
  expect(found.map((span) => span.name)).toEqual([name]);
  const [span] = found;
  if (!span) throw new Error(`no ${name}`);
  return span;
}

const has = (traceId: string, name: string) => (spans: readonly SeenSpan[]) =>
  spans.find((span) => span.traceId === traceId && span.name === name);

describe.each(availableModes())('traces in the mode %s', (mode) => {
  let collector: Collector;
  let receiver: Receiver;
  let api: TestApi;
  beforeAll(async () => {
    [collector, receiver] = await Promise.all([startCollector(), startReceiver()]);
    const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    vi.stubEnv('OTEL_SERVICE_NAME', 'desk-of-merrow');
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=test');
    api = await openTestApi(mode, { tracing, privateTargets: LOOPBACK });
    const body = { webhookUrl: `${receiver.url}/hook?token=${CANARY}` };
    const { status, text } = await api.call('/v1/tenant', { method: 'PUT', body });
    expect(status, text).toBeLessThan(300);
  }, 200_000);
  afterAll(async () => {
    await api.close();
    await Promise.all([collector.close(), receiver.close()]);
  }, 200_000);

  it('go from the submission to the webhook, and are part of the caller’s', async () => {
    const body = { id: `${CANARY}-one`, source: `https://feed.test/?key=${CANARY}`, title: CANARY, format: 'html', text: CLEAN };
    const { status, json } = await api.call('/v1/articles', { body, headers: { traceparent: TRACEPARENT } });
    expect(status).toBe(202);
    const { traceId } = CALLER;
    const delivery = await collector.until(has(traceId, 'delivery.attempt'));
    const spans = collector.spans();
    const [request, root, queued, attempt] = [
      'POST /v1/articles',
      'article.received',
      'article.queued',
      'processing.attempt',
    ].map((name) => only(spans, traceId, name));
    expect([request, root, queued, attempt, delivery].map((span) => [span?.kind, span?.parentSpanId])).toEqual([
      [SERVER, CALLER.spanId],
      [INTERNAL, request?.spanId],
      [PRODUCER, root?.spanId],
      [CONSUMER, queued?.spanId],
      [CLIENT, root?.spanId],
    ]);
    const stages = spans.filter(({ parentSpanId }) => parentSpanId === attempt?.spanId);
    expect(stages.map(({ name }) => name).sort()).toEqual(STAGES.map((name) => `stage.${name}`));
    const inTrace = spans.filter((span) => span.traceId === traceId);
    expect(inTrace).toHaveLength(5 + STAGES.length);
    expect(inTrace.flatMap(({ links }) => links)).toEqual([]);
    for (const { startTimeUnixNano: from, endTimeUnixNano: to } of inTrace) expect(to).toBeGreaterThanOrEqual(from);
    expect(attempt?.attributes).toMatchObject({
      'copydesk.article_id': json.id,
      'copydesk.outcome': 'publish',
      'copydesk.attempt': 1,
    });
    expect(delivery.attributes).toMatchObject({ 'http.response.status_code': 204, 'copydesk.delivery_attempt': 1 });
    expect(request?.attributes).toMatchObject({ 'http.route': '/v1/articles', 'http.response.status_code': 202 });
    expect(receiver.received.map(({ headers }) => headers.traceparent)).toEqual([`00-${traceId}-${delivery.spanId}-01`]);
    expect(collector.resources()[0]).toMatchObject({
      'service.name': 'desk-of-merrow',
      'deployment.environment.name': 'test',
    });
  }, 120_000);

  it('have the ids of the lines', () => {
    const spans = collector.spans();
    const lines = readLog(api.place);
    const events = ['request.answered', 'article.received', 'article.queued', 'article.cleaned', 'delivery.succeeded'];
    for (const event of events) {
      const line = lines.find((one) => one.event === event && one.trace_id === CALLER.traceId);
      expect(spans.find(({ spanId }) => spanId === line?.span_id)?.attributes['copydesk.event'], event).toBe(event);
    }
  });

  it('are one for each article of a batch, with a link to the request', async () => {
    const caller = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) };
    const articles = ['two', 'three'].map((id) => ({ id, format: 'html', text: `${CLEAN} ${id}` }));
    const headers = { traceparent: `00-${caller.traceId}-${caller.spanId}-01` };
    await api.call('/v1/articles', { body: { articles }, headers });
    const request = await collector.until(has(caller.traceId, 'POST /v1/articles'));
    const roots = await collector.until((spans) => {
      const linked = spans.filter(({ links }) => links.some(({ spanId }) => spanId === request.spanId));
      return linked.length === 2 ? linked : undefined;
    });
    expect(new Set([caller.traceId, ...roots.map(({ traceId }) => traceId)]).size).toBe(3);
    for (const { name, parentSpanId, traceId, spanId } of roots) {
      expect([name, parentSpanId]).toEqual(['article.received', undefined]);
      expect((await collector.until(has(traceId, 'delivery.attempt'))).parentSpanId).toBe(spanId);
    }
  }, 120_000);

  it('have no part that hangs on a request which its caller does not record', async () => {
    const caller = { traceId: '1'.repeat(32), spanId: '2'.repeat(16) };
    const headers = { traceparent: `00-${caller.traceId}-${caller.spanId}-00` };
    await api.call('/v1/articles', { body: { id: 'unrecorded', text: `${CLEAN} unrecorded` }, headers });
    await collector.until(has(caller.traceId, 'delivery.attempt'));
    const spans = collector.spans().filter(({ traceId }) => traceId === caller.traceId);
    const sent = new Set<string | undefined>(spans.map(({ spanId }) => spanId));
    expect(
      spans.filter(({ parentSpanId }) => !sent.has(parentSpanId)).map(({ name, parentSpanId }) => [name, parentSpanId]),
    ).toEqual([['article.received', undefined]]);
  }, 120_000);

  it('tell articles of one trace apart, and are begun where a caller has none', async () => {
    const caller = { traceId: 'e'.repeat(32), spanId: 'f'.repeat(16) };
    const headers = { traceparent: `00-${caller.traceId}-${caller.spanId}-01` };
    for (const id of ['four', 'five']) await api.call('/v1/articles', { body: { id, text: `${CLEAN} ${id}` }, headers });
    const roots = await collector.until((spans) => {
      const found = spans.filter(({ traceId, name }) => traceId === caller.traceId && name === 'article.received');
      return found.length === 2 ? found : undefined;
    });
    expect(new Set(roots.map(({ spanId }) => spanId)).size).toBe(2);
    const { json } = await api.call('/v1/articles', { body: { id: 'six', text: CLEAN } });
    const own = await collector.until((spans) =>
      spans.find(({ name, attributes }) => name === 'article.received' && attributes['copydesk.article_id'] === json.id),
    );
    const request = only(collector.spans(), own.traceId, 'POST /v1/articles');
    expect([request.parentSpanId, own.parentSpanId]).toEqual([undefined, request.spanId]);
  }, 120_000);

  it('go on with what people do, in whatever process', async () => {
    const { json } = await api.call('/v1/articles', { body: { id: 'seven', format: 'html', text: FLAGGED } });
    const key = { tenant: 'default', articleId: String(json.id), revision: 1 };
    const { traceId } = await untilOver(api.desk.pool, key);
    const { tracing: settings } = readConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/v1/traces` });
    const tracing = await openTracing(settings, () => undefined);
    await claimArticle({ pool: api.desk.pool, log: tracing.watch(openLog(api.place.logFile, 'info')) }, ANN, key);
    await tracing.close();
    const claimed = await collector.until(has(traceId, 'review.claimed'));
    const root = await collector.until(has(traceId, 'article.received'));
    expect(claimed.parentSpanId).toBe(root.spanId);
  }, 120_000);

  it('hold no word of an article, no key and no address', async () => {
    const { json } = await api.call('/v1/articles', {
      body: { id: CANARY, text: 'x', title: CANARY, revision: CANARY },
      headers: { 'x-request-id': REQUEST_ID, 'idempotency-key': CANARY },
    });
    expect(json.code).toBe('invalid');
    await api.call(`/v1/articles?q=${CANARY}`);
    await api.call(`/${CANARY}`, { key: `ck_${CANARY.replace('-', '')}_${'a'.repeat(48)}` });
    await collector.until((spans) => spans.find(({ name }) => name === 'GET'));
    expect(collector.spans().length).toBeGreaterThan(30);
    expect(collector.bytes()).not.toContain(CANARY);
    for (const word of [REQUEST_ID, 'Merrow meet', 'feed.test', 'Bearer', SECRET, 'whsec', receiver.url]) {
      expect(collector.bytes()).not.toContain(word);
    }
    expect(collector.spans().flatMap(({ events }) => events)).toEqual([]);
  }, 120_000);
});
