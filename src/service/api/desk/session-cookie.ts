import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedSession } from '../../people/sessions.ts';
import { SESSION_COOKIE } from '../authenticate.ts';

/** The page asks nothing else with it. */
const PATH = '/v1/desk';

/** Behind a proxy only this header says how the browser came. Whoever forges it hides the cookie from themselves at most. */
function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
}

/** Gives the browser the cookie of a session. No script can read it, and no other site sends it. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, { token, expiresInSeconds }: OpenedSession): void {
  const secure = isHttps(request);
  reply.setCookie(SESSION_COOKIE, token, { path: PATH, httpOnly: true, sameSite: 'strict', secure, maxAge: expiresInSeconds });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: PATH, httpOnly: true, sameSite: 'strict' });
}
