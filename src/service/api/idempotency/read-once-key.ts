import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import type { OnceKey } from './stored-answer.ts';

/** Visible ASCII; the IETF's draft writes the key as a quoted string, most clients send it bare. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21-\x7e]{1,255}))$/u;

/** The idempotency key of a request, or `undefined` when it has none. Throws `ProblemError` for one that cannot be used. */
export function readOnceKey(request: FastifyRequest): OnceKey | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const [, quoted, bare] = KEY.exec(String(header)) ?? [];
  const key = quoted ?? bare;
  if (key === undefined) throw new ProblemError('bad_idempotency_key');
  const about = [request.method, request.url, request.bodySha256].join('\n');
  return { tenant: callerOf(request).tenant, key, requestSha256: createHash('sha256').update(about).digest('hex') };
}
