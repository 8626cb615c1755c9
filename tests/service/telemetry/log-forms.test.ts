import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LOG_EVENT_FACTS } from '../../../src/schema/log-event-facts.ts';
import { LOG_FORMATS, type LogFormat } from '../../../src/service/telemetry/log-formats.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const trace = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) };
const { example } = LOG_EVENT_FACTS['delivery.dead_lettered'];

async function writeOne(format: LogFormat): Promise<Record<string, unknown>> {
  const file = join(folder, randomUUID());
  openLog(file, 'info', format)('delivery.dead_lettered', { ...example, ...{ text: 'secret' } }, trace);
  await Promise.resolve();
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

describe('the forms of the log', () => {
  it('is ours unless asked', async () => {
    const line = await writeOne('copydesk');
    expect(line).toMatchObject({
      schema: 1,
      level: 'error',
      event: 'delivery.dead_lettered',
      trace_id: trace.traceId,
      ...example,
    });
  });

  it('is Elastic Common Schema', async () => {
    const line = await writeOne('ecs');
    expect(line).toMatchObject({
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      ...{ 'log.level': 'error', 'ecs.version': '8.11.0', 'event.action': 'delivery.dead_lettered', 'event.dataset': 'copydesk' },
      ...{ 'service.name': 'copydesk', 'trace.id': trace.traceId, 'span.id': trace.spanId },
      copydesk: { schema: 1, ...example },
    });
    expect(Object.keys(line)).not.toContain('level');
  });

  it("is OpenTelemetry's log data model", async () => {
    const line = await writeOne('otel');
    expect(line).toMatchObject({
      ...{ SeverityText: 'ERROR', SeverityNumber: 17, EventName: 'delivery.dead_lettered' },
      ...{ TraceId: trace.traceId, SpanId: trace.spanId, Timestamp: expect.stringMatching(/^\d{19}$/u) },
      Resource: { 'service.name': 'copydesk' },
      Attributes: {
        'copydesk.schema': 1,
        ...Object.fromEntries(Object.entries(example).map(([name, value]) => [`copydesk.${name}`, value])),
      },
    });
  });

  it.each(LOG_FORMATS)('leaves out in the form %s what the event does not name', async (format) => {
    expect(JSON.stringify(await writeOne(format))).not.toContain('secret');
  });
});
