import { z } from 'zod';
import { addPerson } from '../../people/add-person.ts';
import { alterPerson } from '../../people/alter-person.ts';
import { deskOrigin } from '../../people/desk-origin.ts';
import { EMAIL_ADDRESS } from '../../people/email-address.ts';
import { issueInvitation } from '../../people/issue-invitation.ts';
import { type Account, listPeople } from '../../people/people.ts';
import { writeSignInName } from '../../people/sign-in-name.ts';
import { writeInvitationUrl } from '../../people/write-invitation-url.ts';
import type { Person } from '../../review/person.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { TENANT } from '../authenticate.ts';
import { ProblemError } from '../problem-error.ts';
import { pageSizeShape } from '../shapes/list-shape.ts';
import { storableText } from '../shapes/storable-text.ts';
import {
  type AccountShape,
  accountChangeShape,
  accountListShape,
  accountShape,
  invitationShape,
  newAccountShape,
} from './shapes/account-shape.ts';

const TAGS = ['desk'];
const ADMIN = { access: 'desk:admin' } as const;
const idParams = z.strictObject({ id: storableText().max(100).describe('The `id` of a person.') });

function describeAccount({ id, name, role, tenant, login, email, hasJoined, createdAt, disabledAt }: Account): AccountShape {
  return {
    ...{ id, name, role, tenant, login, email, hasJoined },
    signInName: writeSignInName({ tenant, login }),
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}

const listQuery = z.strictObject({
  after: storableText().max(100).optional().describe('`next` of the page before.'),
  limit: pageSizeShape,
});

/** People of all tenants are shown to admins of all tenants whatever tenant they act for: there are few, and each says whose it is. */
function addListPeople(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'listPeople', tags: TAGS, summary: 'List people' },
    ...{ querystring: listQuery, response: { 200: accountListShape } },
  };
  server.get('/v1/desk/people', { config: ADMIN, schema }, async (request) => {
    const { after = '', limit } = request.query;
    const found = await listPeople(pool, personOf(request).tenant, { after, limit: limit + 1 });
    const page = found.slice(0, limit);
    return { people: page.map(describeAccount), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** Whose a new person is. A tenant's admin adds people of that tenant only. */
async function chooseTenant(
  { readTenant }: ApiContext,
  admin: Person,
  acting: string,
  wanted: string | null | undefined,
): Promise<string | null> {
  const tenant = wanted === undefined ? acting : wanted;
  if (admin.tenant !== null && tenant !== admin.tenant) throw new ProblemError('wrong_tenant');
  if (tenant !== null && (!TENANT.test(tenant) || !(await readTenant(tenant)))) throw new ProblemError('unknown_tenant');
  return tenant;
}

/** An address lets whoever has it in, so with a provider only who answers for all tenants gives one. */
function refuseEmail({ settings }: ApiContext, admin: Person, email: string | null | undefined): void {
  if (settings.oidc === undefined || admin.tenant === null || email === undefined) return;
  throw new ProblemError('forbidden', { detail: 'Only admins of all tenants give and take addresses, by which people sign in.' });
}

function addAddPerson(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'addPerson', tags: TAGS, summary: 'Add a person, who joins by an invitation or signs in elsewhere' },
    ...{ body: newAccountShape, response: { 201: accountShape } },
  };
  server.post('/v1/desk/people', { config: { ...ADMIN, problems: ['login_taken'] }, schema }, async (request, reply) => {
    const { login, name, role } = request.body;
    const admin = personOf(request);
    const isVouched = admin.tenant === null;
    refuseEmail(context, admin, request.body.email ?? undefined);
    const mayGive = isVouched || context.settings.oidc === undefined;
    const { email = mayGive && EMAIL_ADDRESS.test(login) ? login : null } = request.body;
    const tenant = await chooseTenant(context, admin, callerOf(request).tenant, request.body.tenant);
    const account = await addPerson(context.pool, { tenant, login, name, role, email, isVouched }, admin.id, new Date());
    return reply.code(201).send(describeAccount(account));
  });
}

function addChangePerson(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{
      operationId: 'changePerson',
      tags: TAGS,
      summary: 'Change a person: role, name, address, or whether the account is disabled',
    },
    ...{ params: idParams, body: accountChangeShape, response: { 200: accountShape } },
  };
  const config = { ...ADMIN, problems: ['unknown_person', 'last_admin', 'login_taken', 'unclear_login'] } as const;
  server.patch('/v1/desk/people/:id', { config, schema }, async (request) => {
    const admin = personOf(request);
    refuseEmail(context, admin, request.body.email);
    return describeAccount(await alterPerson(context.pool, admin.tenant, request.params.id, request.body, admin.id, new Date()));
  });
}

function addInvitePerson(server: ApiServer, { pool, settings }: ApiContext): void {
  const schema = {
    ...{ operationId: 'invitePerson', tags: TAGS, summary: 'Make a link with which a person chooses a password' },
    description: 'It is shown this once; an earlier link of the person no longer works.',
    ...{ params: idParams, response: { 201: invitationShape } },
  };
  const config = { ...ADMIN, problems: ['unknown_person', 'person_disabled', 'person_linked', 'unclear_login'] } as const;
  server.post('/v1/desk/people/:id/invitation', { config, schema }, async (request, reply) => {
    const admin = personOf(request);
    const { secret, expiresAt } = await issueInvitation(pool, admin.tenant, request.params.id, admin.id, new Date());
    const [address] = server.addresses();
    const port = typeof address === 'object' ? address.port : settings.port;
    const url = writeInvitationUrl(deskOrigin({ ...settings, port }), secret);
    return reply.code(201).header('cache-control', 'no-store').send({ url, expiresAt: expiresAt.toISOString() });
  });
}

/** `/v1/desk/people`. */
export function addDeskPeopleRoutes(server: ApiServer, context: ApiContext): void {
  addListPeople(server, context);
  addAddPerson(server, context);
  addChangePerson(server, context);
  addInvitePerson(server, context);
}
