import type { Attributes } from '@opentelemetry/api';
import { nameSource } from '../name-source.ts';

/** Fields of lines that spans carry, under `copydesk.`. People, keys and ids that callers choose are left to the log. */
const ALLOWED = [
  ...['tenant', 'article_id', 'revision', 'run', 'attempt', 'number'],
  ...['processing_state', 'review_state', 'delivery_state'],
  ...['characters', 'by', 'job', 'waited_seconds', 'code', 'final'],
  ...['outcome', 'score', 'findings', 'removed', 'kind'],
  ...['fence', 'decision', 'agrees', 'upheld', 'told', 'keys', 'review_seconds'],
  ...['delivery', 'delivery_attempt', 'delivery_attempts', 'retry_seconds'],
] as const;

/** Names of OpenTelemetry's own for what it has a word for. */
const STANDARD = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
} as const;

/** Ids and words of ours are short; a longer one is none. */
const LONGEST = 128;

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= LONGEST);
}

/** The attributes of a span, from the fields of its line. */
export function spanAttributes(event: string, fields: Readonly<Record<string, unknown>>): Attributes {
  const attributes: Attributes = { 'copydesk.event': event };
  for (const name of ALLOWED) {
    const value = fields[name];
    if (isPlain(value)) attributes[`copydesk.${name}`] = value;
  }
  for (const [name, standard] of Object.entries(STANDARD)) {
    const value = fields[name];
    if (isPlain(value)) attributes[standard] = value;
  }
  const { source } = fields;
  return typeof source === 'string' ? { ...attributes, 'copydesk.source': nameSource(source) } : attributes;
}
