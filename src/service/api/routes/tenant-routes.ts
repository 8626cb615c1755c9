import { z } from 'zod';
import { changeTenant, type TenantChange } from '../../access/change-tenant.ts';
import { insertTenant } from '../../access/insert-tenant.ts';
import { listTenants } from '../../access/list-tenants.ts';
import { MOST_WINDOW_SECONDS } from '../../access/open-limiter.ts';
import { readTenant } from '../../access/tenant.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { TENANT } from '../authenticate.ts';
import { ProblemError } from '../problem-error.ts';
import { pageSizeShape } from '../shapes/list-shape.ts';
import { storableText } from '../shapes/storable-text.ts';
import { changedTenantShape, describeTenant, tenantChangeShape, tenantShape } from '../shapes/tenant-shape.ts';

const TAGS = ['tenants'];

function addReadTenant(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    operationId: 'getTenant',
    tags: TAGS,
    summary: 'Read the webhook and limits of the tenant',
    response: { 200: tenantShape },
  };
  server.get('/v1/tenant', { config: { access: 'admin' }, schema }, async (request) => {
    const tenant = await readTenant(pool, callerOf(request).tenant);
    if (!tenant) throw new ProblemError('unknown_tenant');
    return describeTenant(tenant);
  });
}

const FOR_OPERATORS = ['ratePerSecond', 'burst', 'weight'] as const satisfies readonly (keyof TenantChange)[];

/** A tenant does not raise its own limits. */
function refuseOwnLimits(change: TenantChange, isOperator: boolean): void {
  const [field] = FOR_OPERATORS.filter((name) => change[name] !== undefined);
  if (field !== undefined && !isOperator) {
    throw new ProblemError('forbidden', { detail: `Changing ${field} needs an operator's key with the scope admin.` });
  }
}

/** A burst that its rate allows only once in weeks cannot be counted. */
async function refuseLongWindow({ pool, settings }: ApiContext, tenant: string, change: TenantChange): Promise<void> {
  if (change.ratePerSecond === undefined && change.burst === undefined) return;
  const { ratePerSecond, burst } = { ...(await readTenant(pool, tenant)), ...change };
  const most = Math.floor((ratePerSecond ?? settings.ratePerSecond) * MOST_WINDOW_SECONDS);
  if ((burst ?? settings.burst) <= most) return;
  const detail = `At this ratePerSecond, burst can be ${most} at most.`;
  throw new ProblemError('invalid', { errors: [{ in: 'body', pointer: '/burst', detail }] });
}

async function refuseBadWebhook({ checkWebhook }: ApiContext, url: string | null | undefined): Promise<void> {
  const reason = typeof url === 'string' ? await checkWebhook(url) : undefined;
  if (reason === undefined) return;
  throw new ProblemError('invalid', { errors: [{ in: 'body', pointer: '/webhookUrl', detail: reason }] });
}

function addChangeTenant(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'changeTenant', tags: TAGS, summary: 'Change the webhook and limits of the tenant' },
    ...{ body: tenantChangeShape, response: { 200: changedTenantShape } },
  };
  server.put('/v1/tenant', { config: { access: 'admin' }, schema }, async (request, reply) => {
    const { tenant, isOperator } = callerOf(request);
    refuseOwnLimits(request.body, isOperator);
    await refuseLongWindow(context, tenant, request.body);
    await refuseBadWebhook(context, request.body.webhookUrl);
    const changed = await changeTenant(context.pool, tenant, request.body);
    context.forgetTenant(tenant);
    if (!changed) throw new ProblemError('unknown_tenant');
    const secret = changed.webhookSecret === undefined ? {} : { webhookSecret: changed.webhookSecret };
    return reply.header('cache-control', 'no-store').send({ ...describeTenant(changed.tenant), ...secret });
  });
}

const tenantPageShape = z.strictObject({
  tenants: z.array(tenantShape),
  next: z.string().nullable().describe('Send it as `after` for the next page; null on the last one.'),
});

function addListTenants(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'listTenants', tags: TAGS, summary: 'List tenants (operators)' },
    querystring: z.strictObject({ after: storableText().max(100).default(''), limit: pageSizeShape }),
    response: { 200: tenantPageShape },
  };
  server.get('/v1/tenants', { config: { access: 'operator' }, schema }, async (request) => {
    const { after, limit } = request.query;
    const found = await listTenants(pool, after, limit + 1);
    const page = found.slice(0, limit);
    return { tenants: page.map(describeTenant), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

function addCreateTenant(server: ApiServer, { pool, forgetTenant }: ApiContext): void {
  const schema = {
    ...{ operationId: 'createTenant', tags: TAGS, summary: 'Make a tenant (operators)' },
    body: z.strictObject({ id: z.string().regex(TENANT).describe('1 to 63 small letters, digits and hyphens.') }),
    response: { 201: tenantShape },
  };
  server.post('/v1/tenants', { config: { access: 'operator', problems: ['tenant_exists'] }, schema }, async (request, reply) => {
    const tenant = await insertTenant(pool, request.body.id);
    forgetTenant(request.body.id);
    if (!tenant) throw new ProblemError('tenant_exists');
    return reply.code(201).send(describeTenant(tenant));
  });
}

/** `/v1/tenant` and, for operators, `/v1/tenants`. */
export function addTenantRoutes(server: ApiServer, context: ApiContext): void {
  addReadTenant(server, context);
  addChangeTenant(server, context);
  addListTenants(server, context);
  addCreateTenant(server, context);
}
