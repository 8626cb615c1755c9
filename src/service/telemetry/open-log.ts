import pino from 'pino';
import { LOG_EVENT_FACTS } from '../../schema/log-event-facts.ts';
import { LOG_EVENTS, type LogEvent, type LogFields } from '../../schema/log-events.ts';
import type { LogFormat } from './log-formats.ts';
import { LOG_FORMS } from './log-forms.ts';
import type { LogLevel } from './log-levels.ts';
import { openDestination } from './open-destination.ts';
import type { Trace } from './trace.ts';

/** Writes one line of the log. Takes only the fields that the event's schema names; anything else is left out. */
export type Log = <Event extends LogEvent>(event: Event, fields: LogFields<Event>, trace: Trace) => void;

/**
 * Lines of one stretch of work are written together, before anything else is done: a system call for each line is most of what a
 * line costs.
 */
function gatherLines(write: (lines: string) => void): pino.DestinationStream {
  let lines = '';
  const flush = () => {
    const gathered = lines;
    lines = '';
    write(gathered);
  };
  return {
    write: (line) => {
      if (lines === '') queueMicrotask(flush);
      lines += line;
    },
  };
}

/** Names of the fields that a line of each event may carry. */
const ALLOWED: ReadonlyMap<LogEvent, ReadonlySet<string>> = new Map(
  // Its keys are those of the catalogue.
  (Object.keys(LOG_EVENTS) as LogEvent[]).map((event) => [event, new Set(Object.keys(LOG_EVENTS[event].shape))]),
);

function pick(event: LogEvent, fields: object): Readonly<Record<string, unknown>> {
  const allowed = ALLOWED.get(event);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed?.has(name)));
}

/**
 * Opens the structured log: NDJSON on `stdout`, `stderr` or a file that is appended to. Lines are written at once,
 * because a log that loses its last lines is worth least when it is needed most; nothing waits for a reader. Throws `ConfigError` for a file that cannot be written.
 */
export function openLog(target: string, level: LogLevel, format: LogFormat = 'copydesk'): Log {
  const { options, toFields } = LOG_FORMS[format];
  const logger = pino({ level, ...options }, gatherLines(openDestination(target)));
  return (event, fields, trace) => logger[LOG_EVENT_FACTS[event].level ?? 'info'](toFields(event, pick(event, fields), trace));
}
