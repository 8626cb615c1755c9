import { propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { Queue, QueueEvents } from 'bullmq';
import { BullMQOtel } from 'bullmq-otel';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../../src/service/config.ts';
import { readJobCause, toJobCause } from '../../../../src/service/queue/job-cause.ts';
import { openTestDesk } from '../../open-test-desk.ts';
import { createPlace } from '../../test-place.ts';
import { startCollector } from './start-collector.ts';

const exporter = new InMemorySpanExporter();

/** As a publisher's program is set up that traces its own queues. */
beforeAll(() => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
});
afterAll(() => {
  propagation.disable();
  trace.disable();
});

const CAUSE = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8), isSampled: true };

describe('what a job says of its cause', () => {
  it('is read by bullmq-otel, and is read of it', () => {
    const { contextManager } = new BullMQOtel();
    const { telemetry } = toJobCause(`00-${CAUSE.traceId}-${CAUSE.spanId}-01`);
    const context = contextManager.fromMetadata(ROOT_CONTEXT, telemetry?.metadata ?? '');
    expect(trace.getSpanContext(context)).toMatchObject({ traceId: CAUSE.traceId, spanId: CAUSE.spanId, traceFlags: 1 });
    expect(readJobCause({ telemetry: { metadata: contextManager.getMetadata(context) } })).toEqual(CAUSE);
  });

  it.each([{}, { telemetry: {} }, { telemetry: { omitContext: true } }])('%j says nothing', (options) => {
    expect(readJobCause(options)).toBeUndefined();
  });

  it.each(['', 'null', '[]', '{}', '{"traceparent":7}', '{"traceparent":"00"}', '{'])('%s says nothing', (metadata) => {
    expect(readJobCause({ telemetry: { metadata } })).toBeUndefined();
  });
});

describe.runIf(inject('servers') !== null)('an article that a publisher with bullmq-otel puts on the queue', () => {
  it('is part of its trace', async () => {
    const collector = await startCollector();
    const place = await createPlace('redis+postgres');
    const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const desk = await openTestDesk(place, ['api'], { tracing, bullmqIntake: true });
    const redis = new Redis(place.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
    const queue = new Queue('copydesk-intake', { connection: redis, prefix: '{copydesk}', telemetry: new BullMQOtel() });
    const events = new QueueEvents('copydesk-intake', { connection: redis.duplicate(), prefix: '{copydesk}' });
    onTestFinished(async () => {
      await Promise.all([events.close(), queue.close()]);
      redis.disconnect();
      await desk.close();
      await Promise.all([place.remove(), collector.close()]);
    });
    await events.waitUntilReady();
    const job = await queue.add('article', { article: { id: 'q', text: 'The harbour council of Merrow met at noon.' } });
    await job.waitUntilFinished(events, 60_000);
    const added = exporter
      .getFinishedSpans()
      .find(({ name }) => name.startsWith('add '))
      ?.spanContext();
    expect(added?.traceId).toMatch(/^[0-9a-f]{32}$/u);
    const root = await collector.until((spans) => spans.find(({ name }) => name === 'article.received'));
    expect([root.traceId, root.parentSpanId]).toEqual([added?.traceId, added?.spanId]);
  }, 120_000);
});
