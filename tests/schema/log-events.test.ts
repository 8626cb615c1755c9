import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOG_EVENT_FACTS, LOG_LINE_LEVELS, SEVERITY_NUMBERS } from '../../src/schema/log-event-facts.ts';
import { LOG_EVENTS, type LogEvent, logLineSchema } from '../../src/schema/log-events.ts';
import { writeLogPage } from '../../src/schema/write-log-page.ts';
import { findBreaks, type LineSchema } from './find-breaks.ts';

const ROOT = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const readSchema = (path: string) => JSON.parse(readText(path)) as LineSchema;
const EVENTS = Object.keys(LOG_EVENTS) as LogEvent[];

const envelope = {
  ...{ schema: 1, time: '2026-03-01T12:00:00.000Z', level: 'info', service: 'copydesk', version: '1.0.0' },
  ...{ trace_id: 'ab'.repeat(16), span_id: 'cd'.repeat(8) },
};

describe('the catalogue of events', () => {
  it.each(EVENTS)('says of %s what it is, how grave, with an example that is a line', (event) => {
    const { says, level = 'info', example } = LOG_EVENT_FACTS[event];
    expect(says).toMatch(/^[A-Z`].+\.$/u);
    expect(LOG_LINE_LEVELS).toContain(level);
    expect(logLineSchema.safeParse({ ...envelope, level, event, ...example }).error).toBeUndefined();
    expect(logLineSchema.safeParse({ ...envelope, level, event, ...example, text: 'x' }).success).toBe(false);
  });

  it('names durations by their unit', () => {
    const durations = EVENTS.flatMap((event) => Object.keys(LOG_EVENTS[event].shape)).filter((name) =>
      /dur|_ms$|_time$/u.test(name),
    );
    expect(durations).toEqual([]);
  });

  it('gives each level the number that OpenTelemetry has for it', () => {
    expect(SEVERITY_NUMBERS).toEqual({ debug: 5, info: 9, warn: 13, error: 17 });
  });

  it('is the page of the documentation, byte for byte', () => {
    expect(readText('docs/log-events.md')).toBe(writeLogPage());
  });

  it('has all that the last release had', () => {
    const released = readSchema('schemas/released/log-line-1.schema.json');
    expect(released.anyOf?.length).toBeGreaterThan(30);
    expect(findBreaks(released, readSchema('schemas/log-line-1.schema.json'))).toEqual([]);
  });
});
