import type { FastifyRequest } from 'fastify';
import { type HashedKey, matchesKey, parseKey, type Scope } from '../access/api-key.ts';
import type { Caller } from '../access/caller.ts';
import type { ApiContext } from './api-context.ts';
import { ProblemError } from './problem-error.ts';

/** What a route asks of its caller: nothing, a key with a scope, or an operator's key. */
export type Access = 'public' | 'operator' | Scope;

const BEARER = /^Bearer +(\S+)$/iu;
const UNAUTHENTICATED = { headers: { 'www-authenticate': 'Bearer realm="copydesk"' } };
/** As a tenant may be called. */
export const TENANT = /^[a-z0-9](?:[a-z0-9-]{0,62})$/u;

function isLive({ revokedAt, expiresAt }: HashedKey, now: Date): boolean {
  return (revokedAt === null || revokedAt > now) && (expiresAt === null || expiresAt > now);
}

async function readLiveKey(request: FastifyRequest, { readKey }: Pick<ApiContext, 'readKey'>): Promise<HashedKey> {
  const [, token = ''] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  const halves = parseKey(token);
  const key = halves && (await readKey(halves.id));
  const isTheirs = matchesKey(halves?.secret ?? '', key);
  if (!key || !isTheirs || !isLive(key, new Date())) throw new ProblemError('unauthenticated', UNAUTHENTICATED);
  return key;
}

function nameTenant(request: FastifyRequest, key: HashedKey): string {
  const named = request.headers['copydesk-tenant'];
  if (named === undefined || named === '') return key.tenant ?? 'default';
  if (key.tenant !== null && named !== key.tenant) throw new ProblemError('wrong_tenant');
  return String(named);
}

async function chooseTenant(request: FastifyRequest, key: HashedKey, { readTenant }: ApiContext): Promise<string> {
  const tenant = nameTenant(request, key);
  if (!TENANT.test(tenant) || !(await readTenant(tenant))) throw new ProblemError('unknown_tenant');
  return tenant;
}

/**
 * Who makes the request. Throws `ProblemError`: no valid key 401, a key without the right or of another tenant 403, a tenant that
 * does not exist 404.
 */
export async function authenticate(request: FastifyRequest, access: Access, context: ApiContext): Promise<Caller | null> {
  if (access === 'public') return null;
  const key = await readLiveKey(request, context);
  const isOperator = key.tenant === null;
  if (access === 'operator' ? !isOperator || !key.scopes.includes('admin') : !key.scopes.includes(access)) {
    const needed = access === 'operator' ? "an operator's key with the scope admin" : `a key with the scope ${access}`;
    throw new ProblemError('forbidden', { detail: `This needs ${needed}.` });
  }
  return { keyId: key.id, tenant: await chooseTenant(request, key, context), scopes: key.scopes, isOperator };
}
