import { dirname } from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import { LOG_EVENTS, type LogEvent, type LogFields } from '../../schema/log-events.ts';
import { ConfigError, type LogLevel } from '../config.ts';
import { makeFolder } from '../make-folder.ts';
import type { Trace } from './trace.ts';

/** Writes one line of the log. Takes only the fields that the event's schema names; anything else is left out. */
export type Log = <Event extends LogEvent>(event: Event, fields: LogFields<Event>, trace: Trace) => void;

const LEVELS: Partial<Record<LogEvent, 'warn' | 'error'>> = {
  'service.failed': 'error',
  'processing.failed': 'warn',
  'processing.stalled': 'warn',
  'article.refused': 'warn',
};

function openFile(target: string) {
  if (target === 'stdout') return pino.destination({ fd: 1, sync: true });
  if (target === 'stderr') return pino.destination({ fd: 2, sync: true });
  makeFolder(dirname(target), 'COPYDESK_LOG');
  try {
    return pino.destination({ dest: target, append: true, sync: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`COPYDESK_LOG: the log cannot be written to ${target} (${reason}); name a file, stdout or stderr`);
  }
}

/** Logs are telemetry: a full disk must not stop articles. Said once, where a person may see it. */
function reportOnce(target: string): (error: Error) => void {
  let isReported = false;
  return (error) => {
    if (!isReported) process.stderr.write(`copydesk: the log ${target} cannot be written (${error.message}); lines are lost\n`);
    isReported = true;
  };
}

/**
 * Lines of one stretch of work are written together, before anything else is done: a system call for each line is most of what a
 * line costs.
 */
function openDestination(target: string): pino.DestinationStream {
  const destination = openFile(target);
  destination.on('error', reportOnce(target));
  let lines = '';
  const flush = () => {
    destination.write(lines);
    lines = '';
  };
  return {
    write: (line) => {
      if (lines === '') queueMicrotask(flush);
      lines += line;
    },
  };
}

/** Names of the fields that a line of each event may carry. */
const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LOG_EVENTS).map(([event, { shape }]) => [event, new Set(Object.keys(shape))]),
);

function pick(event: LogEvent, fields: object): Record<string, unknown> {
  const allowed = ALLOWED.get(event);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed?.has(name)));
}

/**
 * Opens the structured log: NDJSON on `stdout`, `stderr` or a file that is appended to. Lines are written at once,
 * because a log that loses its last lines is worth least when it is needed most. Throws `ConfigError` for a file that cannot be written.
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
