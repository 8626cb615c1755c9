import type { FastifyReply, FastifyRequest } from 'fastify';
import { type OpenedSession, readSession } from '../../people/sessions.ts';
import type { ApiContext } from '../api-context.ts';
import { ProblemError } from '../problem-error.ts';
import { describeSession } from './describe-session.ts';
import { setSessionCookie } from './session-cookie.ts';
import type { SessionShape } from './shapes/session-shape.ts';

/** Answers with the session just opened, whose cookie the browser keeps. */
export async function sendOpened(
  context: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedSession,
): Promise<SessionShape> {
  const current = await readSession(context.pool, opened.token);
  if (!current) throw new ProblemError('signed_out');
  setSessionCookie(request, reply, opened, context.settings);
  reply.header('cache-control', 'no-store');
  return describeSession(context.pool, current.person, current.csrf);
}
