import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLogRecord } from '../../src/log-report/read-log-record.ts';
import { LOG_EVENT_FACTS } from '../../src/schema/log-event-facts.ts';
import type { LogEvent, LogFields } from '../../src/schema/log-events.ts';
import { LOG_FORMATS } from '../../src/service/telemetry/log-formats.ts';
import { type Log, openLog } from '../../src/service/telemetry/open-log.ts';
import { startSpan } from '../../src/service/telemetry/trace.ts';
import { EVENT_NAMES } from './example-lines.ts';

function logExample<Event extends LogEvent>(log: Log, event: Event): void {
  const fields: LogFields<Event> = LOG_EVENT_FACTS[event].example;
  log(event, fields, startSpan());
}

describe('readLogRecord', () => {
  it.each(LOG_FORMATS)('reads what the log writes in the form %s', async (form) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-report-'));
    const file = join(folder, 'log.ndjson');
    const before = Date.now();
    const log = openLog(file, 'debug', form);
    for (const event of EVENT_NAMES) logExample(log, event);
    await Promise.resolve();
    const records = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => readLogRecord(JSON.parse(line)));
    rmSync(folder, { recursive: true });
    expect(records.map((record) => record?.event)).toEqual(EVENT_NAMES);
    for (const [at, event] of EVENT_NAMES.entries()) {
      const record = records[at];
      const { level = 'info', example } = LOG_EVENT_FACTS[event];
      expect(record).toMatchObject({ form, level, version: expect.stringMatching(/^\d+\.\d+\.\d+/u), fields: example });
      expect(record?.time).toBeGreaterThanOrEqual(before - 1);
      expect(record?.time).toBeLessThanOrEqual(Date.now());
    }
  });

  it.each([
    ['own', { service: 'copydesk' }],
    ['own, of another', { service: 'else', event: 'article.received' }],
    ['ecs without fields', { 'service.name': 'copydesk', 'event.action': 'article.received', copydesk: 1 }],
    ['otel without a resource', { EventName: 'article.received', Attributes: {} }],
    ['otel of another', { EventName: 'article.received', Attributes: {}, Resource: { 'service.name': 'else' } }],
  ])('takes nothing else for a line of Copydesk: %s', (_, value) => {
    expect(readLogRecord(value)).toBeUndefined();
  });

  it.each([
    ['2026-03-01T00:00:00.000Z', Date.UTC(2026, 2, 1)],
    ['2026-03-01T00:00:00Z', Date.UTC(2026, 2, 1)],
    ['2026-13-01T00:00:00Z', Number.NaN],
    ['2026-03-01', Number.NaN],
    [1_772_323_200_000, Number.NaN],
  ])('reads the time %s', (time, read) => {
    expect(readLogRecord({ service: 'copydesk', event: 'x', time })?.time).toBe(read);
  });
});
