import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import { LOG_EVENTS, type LogEvent, type LogFields } from '../../schema/log-events.ts';
import type { LogLevel } from '../config.ts';
import type { Trace } from './trace.ts';

/** Writes one line of the log. Takes only the fields that the event's schema names; anything else is left out. */
export type Log = <Event extends LogEvent>(event: Event, fields: LogFields<Event>, trace: Trace) => void;

const LEVELS: Partial<Record<LogEvent, 'warn' | 'error'>> = {
  'service.failed': 'error',
  'processing.failed': 'warn',
  'processing.stalled': 'warn',
  'article.refused': 'warn',
};

function openDestination(target: string): pino.DestinationStream {
  if (target === 'stdout') return pino.destination({ fd: 1, sync: true });
  if (target === 'stderr') return pino.destination({ fd: 2, sync: true });
  mkdirSync(dirname(target), { recursive: true });
  return pino.destination({ dest: target, append: true, sync: true });
}

function pick(event: LogEvent, fields: object): Record<string, unknown> {
  const allowed = new Set(Object.keys(LOG_EVENTS[event].shape));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
}

/**
 * Opens the structured log: NDJSON on `stdout`, `stderr` or a file that is appended to. Lines are written at once,
 * because a log that loses its last lines is worth least when it is needed most.
 */
export function openLog(target: string, level: LogLevel): Log {
  const logger = pino(
    {
      level,
      base: { schema: 1, service: 'copydesk', version: ENGINE_VERSION },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    openDestination(target),
  );
  return (event, fields, trace) =>
    logger[LEVELS[event] ?? 'info']({ event, trace_id: trace.traceId, span_id: trace.spanId, ...pick(event, fields) });
}
