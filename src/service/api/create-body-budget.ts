import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

/** Counts the body of a request until its connection is done with it. Throws `ProblemError` (`busy`) when there is no room. */
export type TakeBody = (request: FastifyRequest, reply: FastifyReply, tenant: string) => void;

/** Bytes of bodies that a process holds at a time, in bodies of the largest size: in all, and of one tenant. */
const MOST_BODIES = 8;
const MOST_OF_TENANT = 4;

const BUSY = {
  detail: 'Too many bytes are on their way; nothing was read. Try again after Retry-After.',
  headers: { 'retry-after': '1' },
};

/** What the request says of its body; of one that comes in pieces the longest is expected. */
function readLength({ headers }: FastifyRequest, most: number): number {
  if (headers['transfer-encoding'] !== undefined) return most;
  const length = Number(headers['content-length'] ?? 0);
  return Number.isFinite(length) ? Math.min(length, most) : most;
}

/** Bounds what clients can make the process hold before anything of it is checked. */
export function createBodyBudget(maxRequestBytes: number): TakeBody {
  const byTenant = new Map<string, number>();
  let all = 0;

  function add(tenant: string, bytes: number): void {
    all += bytes;
    const left = (byTenant.get(tenant) ?? 0) + bytes;
    if (left === 0) byTenant.delete(tenant);
    else byTenant.set(tenant, left);
  }

  return (request, reply, tenant) => {
    const bytes = readLength(request, maxRequestBytes);
    if (bytes === 0) return;
    const isTooMuch = all + bytes > MOST_BODIES * maxRequestBytes;
    if (isTooMuch || (byTenant.get(tenant) ?? 0) + bytes > MOST_OF_TENANT * maxRequestBytes) throw new ProblemError('busy', BUSY);
    add(tenant, bytes);
    // Comes once, whether the answer was sent or the connection broke.
    reply.raw.once('close', () => add(tenant, -bytes));
  };
}
