import { z } from 'zod';
import { acceptInvitation } from '../../people/accept-invitation.ts';
import { logIn } from '../../people/log-in.ts';
import { PASSWORD_LENGTH } from '../../people/password.ts';
import { closeSession, readSession } from '../../people/sessions.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import type { ProblemCode } from '../problems.ts';
import { storableText } from '../shapes/storable-text.ts';
import { describeSession } from './describe-session.ts';
import { guardLogins } from './guard-logins.ts';
import { sendOpened } from './send-opened.ts';
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts';
import { sessionShape } from './shapes/session-shape.ts';

const TAGS = ['desk'];
/** Nobody is known yet, so little is read. */
const BODY_LIMIT = 10_000;
const UNKNOWN_CALLER = ['invalid', 'store_unavailable', 'too_many_logins', 'busy', 'closing'] as const;

const loginShape = z.strictObject({
  login: storableText()
    .min(1)
    .max(200)
    .describe('Of people of a tenant other than `default`, with its name before it: `gazette/ina`.'),
  password: z.string().min(1).max(PASSWORD_LENGTH.most),
});

const joinShape = z.strictObject({
  invitation: z.string().min(1).max(200).describe('The secret part of the link.'),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});

function addOpening(server: ApiServer, context: ApiContext): void {
  const { pool } = context;
  const configOf = (problem: ProblemCode) =>
    ({ access: 'public', problems: [...UNKNOWN_CALLER, 'signed_out', problem] }) as const;
  const loginSchema = {
    ...{ operationId: 'openSession', tags: TAGS, summary: 'Sign in with login and password' },
    ...{ body: loginShape, response: { 200: sessionShape } },
  };
  const loginOptions = { config: configOf('bad_login'), bodyLimit: BODY_LIMIT, schema: loginSchema };
  server.post('/v1/desk/session', loginOptions, async (request, reply) => {
    const { login, password } = request.body;
    const opened = await guardLogins(context, request.ip, login, () => logIn(pool, login, password));
    if (!opened) throw new ProblemError('bad_login');
    return sendOpened(context, request, reply, opened);
  });
  const joinSchema = {
    ...{ operationId: 'joinDesk', tags: TAGS, summary: 'Choose a password, by the link of an invitation, and sign in' },
    ...{ body: joinShape, response: { 200: sessionShape } },
  };
  const joinOptions = { config: configOf('bad_invitation'), bodyLimit: BODY_LIMIT, schema: joinSchema };
  server.post('/v1/desk/join', joinOptions, async (request, reply) => {
    const { invitation, password } = request.body;
    const opened = await guardLogins(context, request.ip, undefined, () => acceptInvitation(pool, invitation, password));
    if (!opened) throw new ProblemError('bad_invitation');
    return sendOpened(context, request, reply, opened);
  });
}

function addReading(server: ApiServer, { pool, settings }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getSession', tags: TAGS, summary: 'Read who is signed in' },
    response: { 200: sessionShape },
  };
  server.get('/v1/desk/session', { config: { access: 'desk:publisher' }, schema }, async (request, reply) => {
    const token = readSessionCookie(request, settings);
    const isProgram = request.headers.authorization !== undefined;
    const current = isProgram || token === undefined ? undefined : await readSession(pool, token);
    reply.header('cache-control', 'no-store');
    return describeSession(pool, personOf(request), current?.csrf ?? '');
  });
}

const signInShape = z.strictObject({
  oidc: z.strictObject({ label: z.string() }).nullable().describe('Null: by login and password only.'),
});

function addWays(server: ApiServer, { settings: { oidc } }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getWaysToSignIn', tags: TAGS, summary: 'Read how people sign in' },
    response: { 200: signInShape },
  };
  server.get('/v1/desk/sign-in', { config: { access: 'public', isQuiet: true }, schema }, () => ({
    oidc: oidc ? { label: oidc.label } : null,
  }));
}

function addClosing(server: ApiServer, { pool, settings }: ApiContext): void {
  const schema = {
    ...{ operationId: 'closeSession', tags: TAGS, summary: 'Sign out' },
    response: { 204: z.null().describe('Signed out.') },
  };
  server.delete('/v1/desk/session', { config: { access: 'desk:publisher' }, schema }, async (request, reply) => {
    const token = readSessionCookie(request, settings);
    if (token !== undefined) await closeSession(pool, token);
    clearSessionCookie(reply, settings);
    return reply.code(204).send(null);
  });
}

/** `/v1/desk/session`, `/v1/desk/join` and `/v1/desk/sign-in`. */
export function addDeskSessionRoutes(server: ApiServer, context: ApiContext): void {
  addOpening(server, context);
  addReading(server, context);
  addWays(server, context);
  addClosing(server, context);
}
