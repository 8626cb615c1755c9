import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cookieOptions } from '../../people/cookie-options.ts';
import { OidcError } from '../../people/oidc/oidc-error.ts';
import { type Oidc, openOidc } from '../../people/oidc/open-oidc.ts';
import { sealFlow, unsealFlow } from '../../people/oidc/seal-flow.ts';
import { signInIdentity } from '../../people/oidc/sign-in-identity.ts';
import { hashToken } from '../../people/token.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import { startSpan } from '../../telemetry/trace.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { guardLogins } from './guard-logins.ts';
import { setSessionCookie } from './session-cookie.ts';

const TAGS = ['desk'];
const PUBLIC = { access: 'public', problems: ['oidc_off', 'oidc_away', 'store_unavailable'] } as const;
const FLOW_COOKIE = 'copydesk_oidc';
const FLOW_SECRET = 'oidc-flow';
/** How long a person may take at the provider. */
const FLOW_SECONDS = 600;
const BACK = '/v1/desk/oidc/back';

const redirect = z.null().describe('The browser goes where Location says.');

/** The provider sends people back from another site, so the cookie must come along with a link. */
function flowCookie({ settings }: ApiContext) {
  return cookieOptions(settings, FLOW_COOKIE, 'lax');
}

function goTo(reply: FastifyReply, url: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(url, 303);
}

/** What went wrong at the provider stands in the log by its code; the person is told no more than what to do. */
function logCause({ log }: ApiContext, { cause }: OidcError): void {
  if (cause !== undefined) log('service.failed', { code: errorCode(cause), component: 'oidc' }, startSpan());
}

const BODY_LIMIT = 10_000;
const invitedShape = z.strictObject({ invitation: z.string().min(1).max(200).describe('The secret part of the link.') });

/** Gives the browser the cookie of a flow that begins, sealed, so that only flows of this desk come back to the provider. Returns where it goes. */
async function begin(reply: FastifyReply, context: ApiContext, oidc: Oidc | undefined, invitation = ''): Promise<string> {
  if (!oidc) throw new ProblemError('oidc_off');
  try {
    const { url, flow } = await oidc.begin(`${context.settings.publicUrl}${BACK}`);
    const end = new Date(Date.now() + FLOW_SECONDS * 1000);
    const sealed = sealFlow(await context.readSecret(FLOW_SECRET), `${flow}~${invitation}`, end);
    const { name, options } = flowCookie(context);
    reply.setCookie(name, sealed, { ...options, maxAge: FLOW_SECONDS });
    return url;
  } catch (error) {
    if (!(error instanceof OidcError)) throw error;
    logCause(context, error);
    throw new ProblemError('oidc_away', { headers: { 'retry-after': '30' } });
  }
}

function addStart(server: ApiServer, context: ApiContext, oidc: Oidc | undefined): void {
  const schema = {
    ...{ operationId: 'startOidc', tags: TAGS, summary: "Go to the provider's page to sign in" },
    response: { 303: redirect },
  };
  server.get('/v1/desk/oidc/start', { config: PUBLIC, schema }, async (_, reply) =>
    goTo(reply, await begin(reply, context, oidc)),
  );
  const invited = {
    ...{ operationId: 'startOidcInvited', tags: TAGS, summary: 'Join by the link of an invitation and sign in at the provider' },
    description:
      'The browser goes to `url`. Whoever comes back is the person of the invitation from then on, and signs in there.',
    ...{ body: invitedShape, response: { 200: z.strictObject({ url: z.string() }) } },
  };
  const config = { ...PUBLIC, problems: [...PUBLIC.problems, 'invalid'] } as const;
  server.post('/v1/desk/oidc/start', { config, bodyLimit: BODY_LIMIT, schema: invited }, async (request, reply) => {
    const hash = hashToken(request.body.invitation).toString('base64url');
    reply.header('cache-control', 'no-store');
    return { url: await begin(reply, context, oidc, hash) };
  });
}

async function signIn(request: FastifyRequest, reply: FastifyReply, oidc: Oidc, context: ApiContext): Promise<FastifyReply> {
  const { pool, settings } = context;
  if (!settings.oidc) throw new ProblemError('oidc_off');
  const { oidc: provider, publicUrl } = settings;
  const secret = await context.readSecret(FLOW_SECRET);
  const flow = unsealFlow(secret, request.cookies[flowCookie(context).name] ?? '', new Date());
  // Not counted: any page may send a browser here, without the cookie.
  if (flow === undefined) throw new OidcError('oidc_failed');
  const [begun, invitation = ''] = flow.split('~');
  const opened = await guardLogins(context, request.ip, undefined, async () => {
    const identity = await oidc.finish(new URL(`${publicUrl}${request.url}`), begun);
    return signInIdentity(pool, identity, provider, new Date(), invitation === '' ? undefined : invitation);
  });
  return goTo(setSessionCookie(request, reply, opened, settings), '/desk/');
}

/** Whoever comes back is a person with a browser: also what fails leads to the page, which says so in their language. */
function addBack(server: ApiServer, context: ApiContext, oidc: Oidc | undefined): void {
  const schema = {
    ...{ operationId: 'finishOidc', tags: TAGS, summary: 'Come back from the provider and be signed in' },
    description:
      'Leads to `/desk/`, with a session or with `#sign-in=` and what went wrong: `oidc_failed`, `oidc_refused`, `oidc_away` or `too_many_logins`.',
    response: { 303: redirect },
  };
  server.get(BACK, { config: PUBLIC, schema }, async (request, reply) => {
    if (!oidc) throw new ProblemError('oidc_off');
    const { name, options } = flowCookie(context);
    reply.clearCookie(name, options);
    try {
      return await signIn(request, reply, oidc, context);
    } catch (error) {
      const isTooMany = error instanceof ProblemError && error.code === 'too_many_logins';
      if (!isTooMany && !(error instanceof OidcError)) throw error;
      if (error instanceof OidcError) logCause(context, error);
      request.problemCode = error.code;
      return goTo(reply, `/desk/#sign-in=${error.code}`);
    }
  });
}

/** `/v1/desk/oidc/start` and `/v1/desk/oidc/back`. */
export function addDeskOidcRoutes(server: ApiServer, context: ApiContext): void {
  const oidc = context.settings.oidc && openOidc(context.settings.oidc);
  addStart(server, context, oidc);
  addBack(server, context, oidc);
}
