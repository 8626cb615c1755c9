import pino, { type LoggerOptions } from 'pino';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import { COUNTED_FIELDS } from '../../schema/counted-fields.ts';
import { type LogLineLevel, SEVERITY_NUMBERS } from '../../schema/log-event-facts.ts';
import type { LogEvent } from '../../schema/log-events.ts';
import type { LogFormat } from './log-formats.ts';
import type { Trace } from './trace.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How lines are written: the options of pino, and what a line holds besides. */
interface Form {
  readonly options: LoggerOptions;
  readonly toFields: (event: LogEvent, fields: Fields, trace: Trace) => object;
}

const COPYDESK: Form = {
  options: {
    base: { schema: 1, service: 'copydesk', version: ENGINE_VERSION },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  toFields: (event, fields, { traceId, spanId }) => ({ event, trace_id: traceId, span_id: spanId, ...fields }),
};

/** Counts by name as lists, for systems that make a field of each name. */
function* listCounts(fields: Fields): Generator<[string, unknown]> {
  for (const [field, value] of Object.entries(fields)) {
    const isCounted = COUNTED_FIELDS.has(field) && typeof value === 'object' && value !== null;
    yield [field, isCounted ? Object.entries(value).map(([name, count]) => ({ name, count })) : value];
  }
}

/** Elastic Common Schema 8.11; what it has no name for stands under `copydesk`, by our names. */
const ECS: Form = {
  options: {
    base: { 'ecs.version': '8.11.0', 'event.dataset': 'copydesk', 'service.name': 'copydesk', 'service.version': ENGINE_VERSION },
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ 'log.level': level }) },
  },
  toFields: (event, fields, { traceId, spanId }) => ({
    'event.action': event,
    'trace.id': traceId,
    'span.id': spanId,
    copydesk: { schema: 1, ...Object.fromEntries(listCounts(fields)) },
  }),
};

const isLineLevel = (level: string): level is LogLineLevel => level in SEVERITY_NUMBERS;

/** The names of OpenTelemetry's log data model, which collectors read from JSON lines; times in nanoseconds, as it counts them. */
const OTEL: Form = {
  options: {
    base: { Resource: { 'service.name': 'copydesk', 'service.version': ENGINE_VERSION } },
    timestamp: () => `,"Timestamp":"${Date.now()}000000"`,
    formatters: {
      level: (level) => ({ SeverityText: level.toUpperCase(), SeverityNumber: isLineLevel(level) ? SEVERITY_NUMBERS[level] : 0 }),
    },
  },
  toFields: (event, fields, { traceId, spanId }) => ({
    EventName: event,
    TraceId: traceId,
    SpanId: spanId,
    Attributes: {
      'copydesk.schema': 1,
      ...Object.fromEntries([...listCounts(fields)].map(([name, value]) => [`copydesk.${name}`, value])),
    },
  }),
};

/** The fields of a line are the same in each form; only where they stand differs, and that the other forms list what is counted by name. */
export const LOG_FORMS: Readonly<Record<LogFormat, Form>> = { copydesk: COPYDESK, ecs: ECS, otel: OTEL };
