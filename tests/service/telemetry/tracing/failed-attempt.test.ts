import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../../src/service/config.ts';
import { processArticle } from '../../../../src/service/processing/process-article.ts';
import { openTracing } from '../../../../src/service/telemetry/tracing/open-tracing.ts';
import { CANARY } from '../../expect-log-contract.ts';
import { openTestStore } from '../../open-test-store.ts';
import { startCollector } from './start-collector.ts';

it('of an attempt that fails the code is told, not what the error says', async () => {
  const [collector, test] = await Promise.all([startCollector(), openTestStore('embedded')]);
  onTestFinished(async () => {
    await test.close();
    await collector.close();
  });
  const { tracing: settings } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const tracing = await openTracing(settings, () => undefined);
  const { article } = await test.accept({ id: CANARY, title: CANARY, text: CANARY });
  const threads = { moderate: () => Promise.reject(Object.assign(new Error(CANARY), { code: 'E_PLANTED', at: CANARY })) };
  const processing = { ...test.processing, log: tracing.watch(test.log), threads };
  await expect(processArticle(processing, { key: article.key, traceId: article.traceId }, 'm-0')).rejects.toThrow('e_planted');
  await tracing.close();
  const [attempt, ...others] = collector.spans();
  expect([attempt?.name, attempt?.status.code, attempt?.traceId, others]).toEqual(['processing.attempt', 2, article.traceId, []]);
  expect(attempt?.attributes).toMatchObject({ 'copydesk.code': 'e_planted', 'copydesk.final': false });
  expect(attempt?.events).toEqual([]);
  expect(collector.bytes()).not.toContain(CANARY);
});
