import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cookieOptions } from '../../people/cookie-options.ts';
import { OidcError } from '../../people/oidc/oidc-error.ts';
import { type Oidc, openOidc } from '../../people/oidc/open-oidc.ts';
import { signInIdentity } from '../../people/oidc/sign-in-identity.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import { startSpan } from '../../telemetry/trace.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { setSessionCookie } from './session-cookie.ts';

const TAGS = ['desk'];
const PUBLIC = { access: 'public', problems: ['oidc_off', 'oidc_away', 'store_unavailable'] } as const;
const FLOW_COOKIE = 'copydesk_oidc';
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

function addStart(server: ApiServer, context: ApiContext, oidc: Oidc | undefined): void {
  const schema = {
    ...{ operationId: 'startOidc', tags: TAGS, summary: "Go to the provider's page to sign in" },
    response: { 303: redirect },
  };
  server.get('/v1/desk/oidc/start', { config: PUBLIC, schema }, async (_, reply) => {
    if (!oidc) throw new ProblemError('oidc_off');
    try {
      const { url, flow } = await oidc.begin(`${context.settings.publicUrl}${BACK}`);
      const { name, options } = flowCookie(context);
      return goTo(reply.setCookie(name, flow, { ...options, maxAge: FLOW_SECONDS }), url);
    } catch (error) {
      if (!(error instanceof OidcError)) throw error;
      logCause(context, error);
      throw new ProblemError('oidc_away', { headers: { 'retry-after': '30' } });
    }
  });
}

async function signIn(request: FastifyRequest, reply: FastifyReply, oidc: Oidc, context: ApiContext): Promise<FastifyReply> {
  const { pool, settings } = context;
  if (!settings.oidc) throw new ProblemError('oidc_off');
  const identity = await oidc.finish(new URL(`${settings.publicUrl}${request.url}`), request.cookies[flowCookie(context).name]);
  const opened = await signInIdentity(pool, identity, settings.oidc, new Date());
  return goTo(setSessionCookie(request, reply, opened, settings), '/desk/');
}

/** Whoever comes back is a person with a browser: also what fails leads to the page, which says so in their language. */
function addBack(server: ApiServer, context: ApiContext, oidc: Oidc | undefined): void {
  const schema = {
    ...{ operationId: 'finishOidc', tags: TAGS, summary: 'Come back from the provider and be signed in' },
    description:
      'Leads to `/desk/`, with a session or with `#sign-in=` and what went wrong: `oidc_failed`, `oidc_refused` or `oidc_away`.',
    response: { 303: redirect },
  };
  server.get(BACK, { config: PUBLIC, schema }, async (request, reply) => {
    if (!oidc) throw new ProblemError('oidc_off');
    const { name, options } = flowCookie(context);
    reply.clearCookie(name, options);
    try {
      return await signIn(request, reply, oidc, context);
    } catch (error) {
      if (!(error instanceof OidcError)) throw error;
      logCause(context, error);
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
