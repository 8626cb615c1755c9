import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changePassword } from '../../people/change-password.ts';
import { endOwnSessions, readOwnAccount } from '../../people/own-account.ts';
import { PASSWORD_LENGTH } from '../../people/password.ts';
import type { ApiContext, ApiSettings } from '../api-context.ts';
import { type ApiServer, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { guardLogins } from './guard-logins.ts';
import { sendOpened } from './send-opened.ts';
import { readSessionCookie } from './session-cookie.ts';
import { ownAccountShape } from './shapes/own-account-shape.ts';
import { sessionShape } from './shapes/session-shape.ts';

const TAGS = ['desk'];
const PERSON = { access: 'desk:publisher' } as const;

interface Own {
  readonly id: string;
  readonly token: string;
}

/** Keys are no people: they have no password and no sessions. */
function ownOf(request: FastifyRequest, settings: ApiSettings): Own {
  const token = readSessionCookie(request, settings);
  if (request.headers.authorization !== undefined || token === undefined) {
    throw new ProblemError('forbidden', { detail: 'This is for people, by their session.' });
  }
  return { id: personOf(request).id, token };
}

function addReading(server: ApiServer, { pool, settings }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getOwnAccount', tags: TAGS, summary: 'Read one’s own account and its sessions' },
    response: { 200: ownAccountShape },
  };
  server.get('/v1/desk/account', { config: PERSON, schema }, async (request, reply) => {
    const { id, token } = ownOf(request, settings);
    const account = await readOwnAccount(pool, id, token);
    if (!account) throw new ProblemError('signed_out');
    reply.header('cache-control', 'no-store');
    const sessions = account.sessions.map(({ createdAt, seenAt, ...one }) => {
      return { ...one, createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString() };
    });
    return { ...account, sessions };
  });
}

const passwordShape = z.strictObject({
  current: z.string().min(1).max(PASSWORD_LENGTH.most),
  next: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});

function addPassword(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'changeOwnPassword', tags: TAGS, summary: 'Change one’s own password, which ends all other sessions' },
    ...{ body: passwordShape, response: { 200: sessionShape } },
  };
  const config = { ...PERSON, problems: ['bad_password', 'person_linked', 'too_many_logins', 'busy', 'closing'] } as const;
  server.put('/v1/desk/account/password', { config, schema }, async (request, reply) => {
    const { id } = ownOf(request, context.settings);
    const { current, next } = request.body;
    const opened = await guardLogins(context, request.ip, id, () => changePassword(context.pool, id, current, next));
    if (!opened) throw new ProblemError('bad_password');
    return sendOpened(context, request, reply, opened);
  });
}

const sessionParams = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/u)
    .describe('The `id` of a session.'),
});
const ended = { 204: z.null().describe('Ended.') };

function addEnding(server: ApiServer, { pool, settings }: ApiContext): void {
  const others = { operationId: 'endOtherSessions', tags: TAGS, summary: 'End all of one’s own sessions but this one' };
  server.delete(
    '/v1/desk/account/sessions',
    { config: PERSON, schema: { ...others, response: ended } },
    async (request, reply) => {
      const { id, token } = ownOf(request, settings);
      await endOwnSessions(pool, id, null, token);
      return reply.code(204).send(null);
    },
  );
  const schema = {
    ...{ operationId: 'endOwnSession', tags: TAGS, summary: 'End one of one’s own sessions' },
    ...{ params: sessionParams, response: ended },
  };
  const config = { ...PERSON, problems: ['unknown_session'] } as const;
  server.delete('/v1/desk/account/sessions/:id', { config, schema }, async (request, reply) => {
    const { id, token } = ownOf(request, settings);
    if ((await endOwnSessions(pool, id, request.params.id, token)) === 0) throw new ProblemError('unknown_session');
    return reply.code(204).send(null);
  });
}

/** `/v1/desk/account`. */
export function addDeskOwnAccountRoutes(server: ApiServer, context: ApiContext): void {
  addReading(server, context);
  addPassword(server, context);
  addEnding(server, context);
}
