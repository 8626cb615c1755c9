import { COUNTED_FIELDS } from '../schema/counted-fields.ts';

/** The forms of `COPYDESK_LOG_FORMAT`. */
export type LogForm = 'copydesk' | 'ecs' | 'otel';

type Fields = Readonly<Record<string, unknown>>;

/** A line of the log, whatever form it was written in. Nothing in it has been checked but that it is of Copydesk. */
export interface LogRecord {
  readonly form: LogForm;
  readonly event: string;
  /** Milliseconds; NaN when it is no time of the years 2000 to 9999. */
  readonly time: number;
  readonly level: unknown;
  readonly version: unknown;
  /** By our names. */
  readonly fields: Fields;
}

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u;
const NANOSECONDS = /^\d{6,21}$/u;
const DIGITS_BELOW_MILLISECONDS = 6;
const PREFIX = 'copydesk.';
/** The last millisecond of the year 9999. */
const LAST = 253_402_300_799_999;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A clock that was never set says 1970. */
const FIRST = Date.UTC(2000, 0, 1);
const inTime = (time: number): number => (time >= FIRST && time <= LAST ? time : Number.NaN);

const readIso = (value: unknown): number =>
  typeof value === 'string' && UTC.test(value) ? inTime(Date.parse(value)) : Number.NaN;

function readNanoseconds(value: unknown): number {
  if (typeof value !== 'string' || !NANOSECONDS.test(value)) return Number.NaN;
  return inTime(Number(value.slice(0, -DIGITS_BELOW_MILLISECONDS)));
}

function readOwn(line: Fields): LogRecord | undefined {
  const { service, event, time, level, version } = line;
  if (service !== 'copydesk' || typeof event !== 'string') return undefined;
  return { form: 'copydesk', event, time: readIso(time), level, version, fields: line };
}

/** Fields without a prototype: a name such as `__proto__` is one like any other. */
const createFields = (): Record<string, unknown> => Object.create(null);

/** Counts that stand as a list of `{ name, count }`; what is no such list stays, and is told as malformed. */
function gatherCounts(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  const counts = createFields();
  for (const entry of list) {
    if (!isObject(entry) || typeof entry.name !== 'string') return list;
    counts[entry.name] = entry.count;
  }
  return counts;
}

function toOwnFields(fields: Fields, prefix = ''): Fields {
  const own = createFields();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(prefix)) continue;
    const field = name.slice(prefix.length);
    own[field] = COUNTED_FIELDS.has(field) ? gatherCounts(value) : value;
  }
  return own;
}

function readEcs(line: Fields): LogRecord | undefined {
  const { 'service.name': service, 'event.action': event, copydesk: fields } = line;
  if (service !== 'copydesk' || typeof event !== 'string' || !isObject(fields)) return undefined;
  const { '@timestamp': time, 'log.level': level, 'service.version': version } = line;
  return { form: 'ecs', event, time: readIso(time), level, version, fields: toOwnFields(fields) };
}

function readOtel(line: Fields): LogRecord | undefined {
  const { EventName: event, Resource: resource, Attributes: attributes } = line;
  if (typeof event !== 'string' || !isObject(resource) || !isObject(attributes)) return undefined;
  const { 'service.name': service, 'service.version': version } = resource;
  if (service !== 'copydesk') return undefined;
  const level = typeof line.SeverityText === 'string' ? line.SeverityText.toLowerCase() : undefined;
  return { form: 'otel', event, time: readNanoseconds(line.Timestamp), level, version, fields: toOwnFields(attributes, PREFIX) };
}

/** The record in a value that was a line of JSON; undefined when it is none of Copydesk. */
export function readLogRecord(value: unknown): LogRecord | undefined {
  if (!isObject(value)) return undefined;
  return readOwn(value) ?? readEcs(value) ?? readOtel(value);
}
