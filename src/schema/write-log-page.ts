import { z } from 'zod';
import { LOG_EVENT_FACTS, LOG_LINE_LEVELS, SEVERITY_NUMBERS } from './log-event-facts.ts';
import { LOG_ENVELOPE, LOG_EVENTS, type LogEvent } from './log-events.ts';

interface Field {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Field;
  readonly additionalProperties?: Field | boolean;
  readonly description?: string;
}

interface Fields {
  readonly properties: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

// What zod writes for an object.
const read = (schema: z.ZodType): Fields => z.toJSONSchema(schema, { io: 'input' }) as Fields;

function nameType({ type, const: constant, enum: words, items, additionalProperties }: Field): string {
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (words) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (type === 'array') return `list of ${items ? nameType(items) : 'anything'}`;
  if (type === 'object')
    return `${typeof additionalProperties === 'object' ? nameType(additionalProperties) : 'anything'} by name`;
  return type ?? 'anything';
}

function nameUnit(name: string, { type }: Field): string {
  if (name.endsWith('_seconds')) return 'seconds';
  return type === 'integer' ? 'count' : '';
}

function toTable({ properties, required = [] }: Fields): string {
  const rows = Object.entries(properties).map(([name, field]) => {
    const says = (field.description ?? '').replaceAll('|', '\\|');
    return `| \`${name}\` | ${nameType(field)} | ${nameUnit(name, field)} | ${required.includes(name) ? 'always' : 'where known'} | ${says} |`;
  });
  return ['| field | type | unit | stands there | says |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** What a line of any event has: the rest is told once, above. */
const SHARED = new Set(
  Object.keys(LOG_EVENTS['article.superseded'].shape).filter((name) => name in LOG_EVENTS['article.queued'].shape),
);

function isRecorded(event: LogEvent): boolean {
  return 'number' in LOG_EVENTS[event].shape;
}

function writeEvent(event: LogEvent): string {
  const { says, level = 'info', example } = LOG_EVENT_FACTS[event];
  const { properties, required = [] } = read(LOG_EVENTS[event]);
  const isShared = (name: string) => isRecorded(event) && SHARED.has(name);
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !isShared(name)));
  const table = Object.keys(own).length > 0 ? `\n${toTable({ properties: own, required })}\n` : '';
  const about = isRecorded(event) ? ' Recorded: it has the fields of an article too.' : '';
  return `### ${event}\n\n${says} Level \`${level}\`.${about}\n${table}\n\`\`\`json\n${JSON.stringify({ event, ...example })}\n\`\`\`\n`;
}

/** The page of all events, as Markdown; a test holds the committed file to it. */
export function writeLogPage(): string {
  const { properties, required = [] } = read(LOG_EVENTS['article.superseded']);
  const shared = Object.fromEntries(Object.entries(properties).filter(([name]) => SHARED.has(name)));
  const levels = LOG_LINE_LEVELS.map((level) => `\`${level}\` = ${SEVERITY_NUMBERS[level]}`).join(', ');
  // The keys are those of the catalogue.
  const events = (Object.keys(LOG_EVENTS) as LogEvent[]).map(writeEvent);
  return `# Events of the log

Made from \`src/schema/log-events.ts\` by \`node src/schema/write-schemas.ts\`; do not edit.

One JSON object a line, each with the fields of its event and no others (\`schemas/log-line-1.schema.json\`). Article text, titles, addresses, names
of people, tokens and keys have no field to stand in. Only events, fields and words are ever added: pass over what you do not know.
\`COPYDESK_LOG_FORMAT\` chooses the form: \`copydesk\` as told here, \`ecs\` (Elastic Common Schema 8.11, our fields under \`copydesk\`) or \`otel\`
(OpenTelemetry's log data model, our fields as attributes \`copydesk.*\`); these two list what is counted by name as \`{ name, count }\`. Hold lines
to \`log-line-1.reader\`, \`.ecs\` or \`.otel.schema.json\`, which let later fields, words and events pass. Levels as OpenTelemetry counts severities: ${levels}.

## Every line

${toTable(read(z.strictObject({ ...LOG_ENVELOPE, event: z.string() })))}

## Every line about a recorded event of an article

The states are those after the event, so the last line of an article says where it stands, and the highest \`number\` of a revision
is how many lines there must be.

${toTable({ properties: shared, required })}

## Events

${events.join('\n')}`;
}
