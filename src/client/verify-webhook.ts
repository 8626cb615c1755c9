import type { Decision } from './operations.ts';

/** What a webhook says, once its signature is checked. */
export interface WebhookMessage {
  /** `webhook-id`: the same at every attempt. Whoever has seen it before has nothing to do. */
  readonly id: string;
  /** When it was sent. */
  readonly sentAt: Date;
  readonly decision: Decision;
}

export type WebhookFault =
  | 'missing_header'
  | 'bad_secret'
  | 'bad_timestamp'
  | 'too_old'
  | 'too_new'
  | 'bad_signature'
  | 'bad_body';

/** A message that must not be believed. Answer 400 or 401; `code` says why. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly code: WebhookFault;

  constructor(code: WebhookFault, message: string) {
    super(message);
    this.code = code;
  }
}

/** Headers as Node's `http`, `fetch` and frameworks give them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReceivedWebhook {
  /** The bytes of the body as they came: not parsed, not written anew. */
  readonly body: string | Uint8Array;
  readonly headers: WebhookHeaders;
}

export interface WebhookRules {
  /** `whsec_…`; two while the secret is being exchanged. */
  readonly secrets: readonly string[];
  /** Seconds that the clocks may differ, and that a message may be under way; 300 when absent. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

const TOLERANCE = 300;
const SECRET = /^whsec_([A-Za-z0-9+/]{4,88}={0,2})$/u;

function readHeader(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : findHeader(headers, name);
  if (value) return value;
  throw new WebhookError('missing_header', `the header ${name} is missing`);
}

function findHeader(headers: Exclude<WebhookHeaders, Headers>, name: string): string | undefined {
  const value = headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' ? value.join(' ') : value;
}

function checkTime(timestamp: string, now: Date, tolerance: number): Date {
  if (!/^\d{1,12}$/u.test(timestamp)) throw new WebhookError('bad_timestamp', 'webhook-timestamp is not a number of seconds');
  const age = now.getTime() / 1000 - Number(timestamp);
  if (age > tolerance) throw new WebhookError('too_old', `the message is ${Math.round(age)} s old`);
  if (age < -tolerance) throw new WebhookError('too_new', `the message is from ${Math.round(-age)} s ahead`);
  return new Date(Number(timestamp) * 1000);
}

function decodeBase64(encoded: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function importSecret(secret: string): Promise<Key> {
  const bytes = decodeBase64(SECRET.exec(secret)?.[1] ?? '');
  if (!bytes || bytes.length === 0) throw new WebhookError('bad_secret', 'a secret is whsec_ with base64');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function joinBytes(start: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(start);
  const joined = new Uint8Array(head.length + body.length);
  joined.set(head);
  joined.set(body, head.length);
  return joined;
}

/** A message carries a signature for each live secret; `verify` compares in constant time. */
async function isSigned(signed: Uint8Array<ArrayBuffer>, header: string, secrets: readonly string[]): Promise<boolean> {
  const signatures = header.split(' ').flatMap((one) => (one.startsWith('v1,') ? (decodeBase64(one.slice(3)) ?? []) : []));
  for (const secret of secrets) {
    const key = await importSecret(secret);
    for (const signature of signatures) if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true;
  }
  return false;
}

function parseDecision(text: string): Decision {
  try {
    // Signed by the desk, so it is what the desk writes.
    return JSON.parse(text) as Decision;
  } catch {
    throw new WebhookError('bad_body', 'the body is not JSON');
  }
}

/**
 * Checks a message of Standard Webhooks 1.0 (https://github.com/standard-webhooks/standard-webhooks) and reads it. Throws `WebhookError`
 * when it is not signed by one of the secrets, or when its time is out of tolerance.
 */
export async function verifyWebhook({ body, headers }: ReceivedWebhook, rules: WebhookRules): Promise<WebhookMessage> {
  const { secrets, toleranceSeconds = TOLERANCE, now = new Date() } = rules;
  const id = readHeader(headers, 'webhook-id');
  const timestamp = readHeader(headers, 'webhook-timestamp');
  const signature = readHeader(headers, 'webhook-signature');
  const sentAt = checkTime(timestamp, now, toleranceSeconds);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (!(await isSigned(joinBytes(`${id}.${timestamp}.`, bytes), signature, secrets))) {
    throw new WebhookError('bad_signature', 'no signature of the message fits one of the secrets');
  }
  return { id, sentAt, decision: parseDecision(new TextDecoder().decode(bytes)) };
}
