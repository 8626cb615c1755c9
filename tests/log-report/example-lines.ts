import { LOG_EVENT_FACTS } from '../../src/schema/log-event-facts.ts';
import { LOG_EVENTS, type LogEvent } from '../../src/schema/log-events.ts';

/** 2026-03-01T00:00:00Z. */
const START = Date.UTC(2026, 2, 1);

/** Every event of the catalogue. */
export const EVENT_NAMES = Object.keys(LOG_EVENTS) as LogEvent[];

/** A line of the form copydesk, without its line end; `fields` are those of the event's example where they are not given. */
export function exampleLine(event: LogEvent, fields: Readonly<Record<string, unknown>> = {}, seconds = 0): string {
  const { level = 'info', example } = LOG_EVENT_FACTS[event];
  return JSON.stringify({
    ...{ level, time: new Date(START + seconds * 1000).toISOString(), schema: 1, service: 'copydesk', version: '0.1.0', event },
    ...{ trace_id: '0'.repeat(32), span_id: '0'.repeat(16), ...example, ...fields },
  });
}
