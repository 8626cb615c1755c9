import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type HashedKey, matchesKey, parseKey, type Scope } from '../access/api-key.ts';
import type { Caller } from '../access/caller.ts';
import { cookieOptions } from '../people/cookie-options.ts';
import { readSession } from '../people/sessions.ts';
import { hasRole, isRole, type Person, type Role } from '../review/person.ts';
import type { ApiContext } from './api-context.ts';
import { ProblemError } from './problem-error.ts';

/** What a route asks of its caller: nothing, a key with a scope, an operator's key, or a person of the desk with a role. */
export type Access = 'public' | 'operator' | Scope | DeskAccess;
/** A person with at least this role, by their session, or a key with the scope `review`. */
export type DeskAccess = `desk:${Role}`;

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

function nameTenant(request: FastifyRequest, own: string | null): string {
  const named = request.headers['copydesk-tenant'];
  if (named === undefined || named === '') return own ?? 'default';
  if (own !== null && named !== own) throw new ProblemError('wrong_tenant');
  return String(named);
}

async function chooseTenant(request: FastifyRequest, own: string | null, { readTenant }: ApiContext): Promise<string> {
  const tenant = nameTenant(request, own);
  if (!TENANT.test(tenant) || !(await readTenant(tenant))) throw new ProblemError('unknown_tenant');
  return tenant;
}

/** A page of another site can send a cookie, but cannot read this. */
function checkCsrf(request: FastifyRequest, csrf: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const given = Buffer.from(String(request.headers['copydesk-csrf'] ?? ''));
  const wanted = Buffer.from(csrf);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new ProblemError('bad_csrf');
}

/** A key acts on the desk like a moderator, or, with the scope `admin` beside it, like a lead; accounts are for people only. */
function toPerson({ id, tenant, scopes }: HashedKey): Person {
  if (!scopes.includes('review')) throw new ProblemError('forbidden', { detail: 'This needs a key with the scope review.' });
  return { id: `key:${id}`, tenant, role: scopes.includes('admin') ? 'lead' : 'moderator' };
}

async function readPerson(request: FastifyRequest, context: ApiContext): Promise<Omit<Caller, 'tenant'> & { person: Person }> {
  if (request.headers.authorization !== undefined) {
    const key = await readLiveKey(request, context);
    return { keyId: key.id, scopes: key.scopes, isOperator: key.tenant === null, person: toPerson(key) };
  }
  const token = request.cookies[cookieOptions(context.settings).name];
  const session = token === undefined ? undefined : await readSession(context.pool, token);
  if (!session) throw new ProblemError('signed_out');
  checkCsrf(request, session.csrf);
  return { keyId: null, scopes: [], isOperator: false, person: session.person };
}

async function authenticatePerson(request: FastifyRequest, access: DeskAccess, context: ApiContext): Promise<Caller> {
  const caller = await readPerson(request, context);
  const [, role] = access.split(':');
  if (!isRole(role) || !hasRole(caller.person, role)) {
    throw new ProblemError('forbidden', { detail: `This needs the role ${role}.` });
  }
  return { ...caller, tenant: await chooseTenant(request, caller.person.tenant, context) };
}

function isDeskAccess(access: Access): access is DeskAccess {
  return access.startsWith('desk:');
}

/**
 * Who makes the request. Throws `ProblemError`: no valid key or session 401, one without the right or of another tenant 403, a tenant that
 * does not exist 404.
 */
export async function authenticate(request: FastifyRequest, access: Access, context: ApiContext): Promise<Caller | null> {
  if (access === 'public') return null;
  if (isDeskAccess(access)) return authenticatePerson(request, access, context);
  const key = await readLiveKey(request, context);
  const isOperator = key.tenant === null;
  if (access === 'operator' ? !isOperator || !key.scopes.includes('admin') : !key.scopes.includes(access)) {
    const needed = access === 'operator' ? "an operator's key with the scope admin" : `a key with the scope ${access}`;
    throw new ProblemError('forbidden', { detail: `This needs ${needed}.` });
  }
  const tenant = await chooseTenant(request, key.tenant, context);
  return { keyId: key.id, tenant, scopes: key.scopes, isOperator, person: null };
}
