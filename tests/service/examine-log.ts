import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Stands in texts, titles, addresses, passwords and messages of tests; must never reach a log. */
export const CANARY = 'canary-9f2e77';

/** What no line may hold, whatever is tested: a canary, an address with whatever stands in it, and secrets of every kind that there is. */
const SECRETS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a canary', /canary-?9f2e77/iu],
  ['an address', /:\/\//u],
  ['the secret of an API key', /\bck_[A-Za-z0-9]+_[A-Za-z0-9_-]{8}/u],
  ['the secret of a webhook', /whsec_/u],
];

/** What is wrong with a log. */
export interface LogExamined {
  readonly lines: number;
  /** Lines that are not as the published schema has them, with the reason. */
  readonly broken: readonly string[];
  /** Lines with something that must not stand there. */
  readonly leaks: readonly string[];
  /** 1 when the last line was not written to its end. */
  readonly torn: number;
}

export interface LogSettings {
  /** Its process was killed: the last line may be torn. */
  readonly isKilled?: boolean;
  /** What else must not stand there. */
  readonly secrets?: readonly string[];
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** What the published schema says of the lines of one event. */
interface EventSchema {
  readonly properties: { readonly event: { readonly const: string } };
}

const PUBLISHED: { readonly anyOf: readonly EventSchema[] } = JSON.parse(
  readFileSync(new URL('../../schemas/log-line-1.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, strictTypes: false });
addFormats.default(ajv);
const validators = new Map<string, ValidateFunction>();

/** One of the alternatives can be right at most: that of the event. */
function findValidator(event: unknown): ValidateFunction | undefined {
  const schema = PUBLISHED.anyOf.find(({ properties }) => properties.event.const === event);
  if (!schema) return undefined;
  const validate = validators.get(schema.properties.event.const) ?? ajv.compile(schema);
  validators.set(schema.properties.event.const, validate);
  return validate;
}

function findBreak(line: string): string | undefined {
  if (!isJson(line)) return `not JSON: ${line}`;
  const value: unknown = JSON.parse(line);
  const event = typeof value === 'object' && value !== null && 'event' in value ? value.event : undefined;
  const validate = findValidator(event);
  if (!validate) return `no event: ${line}`;
  return validate(value) ? undefined : `${line} ${JSON.stringify(validate.errors)}`;
}

/** Names what stands in a text that must not; also in what a process says beside its log. */
export function findLeaks(text: string, secrets: readonly string[] = []): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const named = SECRETS.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);
    const found = secrets.some((secret) => line.includes(secret)) ? [...named, 'a secret'] : named;
    return found.map((name) => `${name}: ${line}`);
  });
}

/** Holds every line of a log to the published schema, and searches it for what must not stand there. */
export function examineLog(text: string, { isKilled = false, secrets = [] }: LogSettings = {}): LogExamined {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const isTorn = rest !== '' && isKilled;
  const whole = rest === '' || isTorn ? lines : [...lines, rest];
  return {
    lines: whole.length,
    broken: whole.flatMap((line) => findBreak(line) ?? []),
    leaks: findLeaks(text, secrets),
    torn: Number(isTorn),
  };
}
