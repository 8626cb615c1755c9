import { z } from 'zod';
import { COUNTED_FIELDS } from './counted-fields.ts';
import { LOG_EVENT_FACTS, SEVERITY_NUMBERS } from './log-event-facts.ts';
import { LOG_ENVELOPE, LOG_EVENTS, type LogEvent } from './log-events.ts';

type Schema = Readonly<Record<string, unknown>>;

/** An object, as far as a reader may rely on it. */
interface Shape {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** Where a form of the log has what we write. */
interface FormShape {
  /** The field with the name of the event. */
  readonly event: string;
  readonly envelope: Shape;
  readonly place: (fields: Shape) => Shape;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without what forbids more: further fields, further words of a list, further names. */
function open(schema: Schema): Schema {
  const { additionalProperties: more, enum: words, propertyNames: _, properties, items, ...rest } = schema;
  return {
    ...rest,
    ...(words !== undefined && { examples: words }),
    ...(isSchema(properties) && { properties: openAll(properties) }),
    ...(isSchema(items) && { items: open(items) }),
    ...(isSchema(more) && { additionalProperties: open(more) }),
  };
}

function openAll(properties: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, isSchema(field) ? open(field) : {}]));
}

function toShape(shape: z.ZodRawShape): Shape {
  // What zod writes for an object.
  const { properties, required = [] } = z.toJSONSchema(z.object(shape), { io: 'input' }) as Partial<Shape>;
  return { properties: openAll(properties ?? {}), required };
}

const text = { type: 'string' };
const constant = (value: string) => ({ const: value });
const all = (properties: Shape['properties']): Shape => ({ properties, required: Object.keys(properties) });
const toObject = (shape: Shape) => ({ type: 'object', ...shape });
const { trace_id: traceId, span_id: spanId, time, level } = toShape(LOG_ENVELOPE).properties;
const TRACE = { trace: traceId ?? text, span: spanId ?? text };

const COUNTS = {
  type: 'array',
  items: toObject(all({ name: text, count: { type: 'integer', minimum: 0 } })),
};
const listCounts = ({ properties, required }: Shape): Shape => ({
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, COUNTED_FIELDS.has(name) ? COUNTS : field]),
  ),
  required,
});

const OWN: FormShape = { event: 'event', envelope: toShape({ ...LOG_ENVELOPE, event: z.string() }), place: (fields) => fields };

const ECS: FormShape = {
  event: 'event.action',
  envelope: all({
    ...{ '@timestamp': time ?? text, 'log.level': level ?? text, 'ecs.version': text, 'event.action': text },
    ...{ 'event.dataset': constant('copydesk'), 'service.name': constant('copydesk'), 'service.version': text },
    ...{ 'trace.id': TRACE.trace, 'span.id': TRACE.span, copydesk: toObject(all({ schema: { const: 1 } })) },
  }),
  place: (fields) => ({ properties: { copydesk: toObject(listCounts(fields)) }, required: [] }),
};

const OTEL: FormShape = {
  event: 'EventName',
  envelope: all({
    ...{ Timestamp: { type: 'string', pattern: '^[0-9]+$' }, SeverityText: text, EventName: text },
    ...{ SeverityNumber: { type: 'integer', examples: Object.values(SEVERITY_NUMBERS) } },
    ...{ TraceId: TRACE.trace, SpanId: TRACE.span, Attributes: toObject(all({ 'copydesk.schema': { const: 1 } })) },
    Resource: toObject(all({ 'service.name': constant('copydesk'), 'service.version': text })),
  }),
  place: (fields) => {
    const { properties, required } = listCounts(fields);
    const prefixed = Object.fromEntries(Object.entries(properties).map(([name, field]) => [`copydesk.${name}`, field]));
    const attributes = { properties: prefixed, required: required.map((name) => `copydesk.${name}`) };
    return { properties: { Attributes: toObject(attributes) }, required: [] };
  },
};

/** An event that a reader does not know is held to the envelope alone. */
function toReader({ event, envelope, place }: FormShape): Schema {
  const allOf = (Object.keys(LOG_EVENTS) as LogEvent[]).map((name) => ({
    if: all({ [event]: { const: name } }),
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema.
    then: { description: LOG_EVENT_FACTS[name].says, ...place(toShape(LOG_EVENTS[name].shape)) },
  }));
  return { ...toObject(envelope), allOf };
}

/** What readers may hold lines to, in each form: every line of this version and of later ones of the same schema is valid. */
export const READER_SCHEMAS: Readonly<Record<'copydesk' | 'ecs' | 'otel', Schema>> = {
  copydesk: toReader(OWN),
  ecs: toReader(ECS),
  otel: toReader(OTEL),
};
