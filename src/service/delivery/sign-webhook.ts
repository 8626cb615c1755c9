import { createHmac } from 'node:crypto';

/** A secret that is not `whsec_` with base64 of 24 to 64 bytes, as Standard Webhooks demands. */
class BadSecretError extends Error {
  override readonly name = 'BadSecretError';
  readonly code = 'bad_secret';
}

const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]{4,88}={0,2}$/u;

function decodeSecret(secret: string): Buffer {
  const encoded = secret.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  if (!secret.startsWith(PREFIX) || !BASE64.test(encoded) || key.length < 24 || key.length > 64) {
    throw new BadSecretError('a webhook secret is whsec_ with base64 of 24 to 64 bytes');
  }
  return key;
}

export interface Signable {
  readonly id: string;
  readonly body: string;
  /** Live secrets; each signs, so that a receiver may exchange its own without a gap. */
  readonly secrets: readonly string[];
}

/**
 * The headers of Standard Webhooks 1.0 (https://github.com/standard-webhooks/standard-webhooks): `webhook-timestamp` in seconds is
 * that of the attempt, the signature HMAC-SHA256 of `id.timestamp.body`. Throws `BadSecretError`.
 */
export function signWebhook({ id, body, secrets }: Signable, now: Date): Readonly<Record<string, string>> {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', decodeSecret(secret)).update(`${id}.${timestamp}.`).update(body);
    return `v1,${hmac.digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
