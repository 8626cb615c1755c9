import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { errorCode } from '../telemetry/error-code.ts';
import { readTraceparent } from '../telemetry/read-traceparent.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { authenticate } from './authenticate.ts';
import { createBodyBudget } from './create-body-budget.ts';
import { refuseSpent } from './guard-intake.ts';
import { listRoutes, type Routes } from './list-routes.ts';
import { logRequests } from './log-requests.ts';
import { ProblemError } from './problem-error.ts';
import { PROBLEMS } from './problems.ts';
import { readJson } from './read-json.ts';
import { refuseBroken, refuseExpectation } from './refuse-broken.ts';
import { toProblemError } from './to-problem-error.ts';
import { validate } from './validate.ts';
import { writeProblem } from './write-problem.ts';

/** Pages with files of their own. */
const PAGES = /^\/(?:docs|desk)(?:\/|$)/u;
/** Nothing of an answer may load or run anything. */
const NO_CONTENT = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/** A request id of the caller's that may stand in a log. */
const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/u;

function nameRequest(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : `req_${randomBytes(8).toString('hex')}`;
}

/** How long headers and a whole request may take to arrive, and an idle connection stays open: a slow sender holds nothing for long. */
const TIMEOUTS = {
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5000 },
} as const;

/** More than any desk's clients need, and few enough for the memory and the open files of one process. */
const MOST_CONNECTIONS = 4096;

function readBodies(server: ApiServer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    try {
      request.bodySha256 = createHash('sha256').update(bytes).digest('hex');
      done(null, bytes.length === 0 ? undefined : readJson(bytes));
    } catch (error) {
      done(error instanceof Error ? error : new Error('the body cannot be read'));
    }
  });
}

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/iu;

/** JSON is UTF-8 and comes as it is; anything else would only be told as broken text. */
function refuseCoded({ headers }: FastifyRequest): void {
  const [, charset = 'utf-8'] = CHARSET.exec(headers['content-type'] ?? '') ?? [];
  const coding = headers['content-encoding'] ?? 'identity';
  if (!/^utf-?8$/iu.test(charset) || !/^(?:identity)?$/iu.test(coding)) throw new ProblemError('unsupported_media_type');
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  request.problemCode = problem.code;
  return reply
    .code(PROBLEMS[problem.code].status)
    .headers({ 'x-request-id': request.id, ...problem.extras.headers })
    .type('application/problem+json')
    .send(JSON.stringify(writeProblem(problem)));
}

/** What failed within stands in the log by its code, never in the answer. */
function logFailure(context: ApiContext, error: unknown, problem: ProblemError): void {
  if (error === problem || PROBLEMS[problem.code].status < 500) return;
  context.log('service.failed', { code: errorCode(error), component: 'api' }, startSpan());
}

function answerProblems(server: ApiServer, routes: Routes, context: ApiContext): void {
  server.setErrorHandler((error, request, reply) => {
    const problem = toProblemError(error);
    logFailure(context, error, problem);
    return sendProblem(request, reply, problem);
  });
  server.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(request.url);
    if (methods.length === 0) return sendProblem(request, reply, new ProblemError('not_found'));
    return sendProblem(request, reply, new ProblemError('method_not_allowed', { headers: { allow: methods.join(', ') } }));
  });
}

const CLOSING = { headers: { 'retry-after': '5' } };

/** A request is a step: of its caller's trace, if it names one. */
function traceRequests(server: ApiServer): void {
  server.decorateRequest('trace');
  server.addHook('onRequest', (request, _, done) => {
    request.trace = startSpan(undefined, readTraceparent(request.headers.traceparent));
    done();
  });
}

function guard(server: ApiServer, context: ApiContext): void {
  server.decorateRequest('caller', null);
  server.decorateRequest('problemCode', null);
  server.decorateRequest('bodySha256', '');
  const takeBody = createBodyBudget(context.settings.maxRequestBytes);
  server.addHook('onRoute', (route) => {
    // The pages' own files come without a word on who may read them.
    if (PAGES.test(route.url)) route.config = { ...route.config, access: 'public', isQuiet: true };
    if (route.config?.access === undefined) throw new Error(`the route ${route.url} does not say who may use it`);
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (context.closing.aborted) throw new ProblemError('closing', CLOSING);
    if (request.is404) return;
    const { access = 'operator', problems = [] } = request.routeOptions.config;
    request.caller = await authenticate(request, access, context);
    if (request.caller === null) {
      if (request.method === 'POST') refuseCoded(request);
      return;
    }
    // Before anything of the body is read.
    if (problems.includes('rate_limited')) refuseSpent(request, reply, request.caller, context);
    // Nobody reads the body of a GET, so nothing holds it.
    if (request.method === 'GET' || request.method === 'HEAD') return;
    refuseCoded(request);
    takeBody(request, reply, request.caller.tenant);
  });
}

/** A connection that was answered while the server stops would stay open, idle, for whoever comes next. */
function endConnections(server: ApiServer, { closing }: ApiContext): void {
  server.addHook('onSend', (_, reply, __, done) => {
    if (closing.aborted) reply.header('connection', 'close');
    done();
  });
}

/** A server without routes: it names requests, knows callers, reads JSON, tells problems and logs each answer. */
export async function createServer(context: ApiContext): Promise<ApiServer> {
  const server: ApiServer = fastify({
    ...TIMEOUTS,
    bodyLimit: context.settings.maxRequestBytes,
    genReqId: nameRequest,
    requestIdHeader: false,
    logger: false,
    trustProxy: context.settings.trustedProxies.length > 0 && [...context.settings.trustedProxies],
    forceCloseConnections: 'idle',
    // Refused by us, with a problem as any other.
    return503OnClosing: false,
    clientErrorHandler: refuseBroken,
    frameworkErrors: (_, request, reply) => {
      sendProblem(request, reply, new ProblemError('bad_request'));
    },
  }).withTypeProvider<ZodTypeProvider>();
  server.server.maxConnections = MOST_CONNECTIONS;
  server.server.on('checkExpectation', refuseExpectation);
  server.setValidatorCompiler(validate);
  // Answers are held to their schemas by the compiler and the tests; writing them again here would cost more than making them.
  server.setSerializerCompiler(() => JSON.stringify);
  // Before anything that asks who is there.
  await server.register(cookie);
  traceRequests(server);
  guard(server, context);
  readBodies(server);
  const routes = listRoutes(server);
  server.decorate('routeList', routes.all);
  answerProblems(server, routes, context);
  endConnections(server, context);
  logRequests(server, context);
  await server.register(helmet, { contentSecurityPolicy: NO_CONTENT, xFrameOptions: { action: 'deny' } });
  return server;
}
