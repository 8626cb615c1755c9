import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOptions } from '../../people/cookie-options.ts';
import type { OpenedSession } from '../../people/sessions.ts';
import type { ApiSettings } from '../api-context.ts';

/** Behind a proxy only this header says how the browser came. Whoever forges it hides the cookie from themselves at most. */
function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
}

/** The token that the browser sends, if it sends one. */
export function readSessionCookie(request: FastifyRequest, settings: ApiSettings): string | undefined {
  return request.cookies[cookieOptions(settings).name];
}

/** Gives the browser the cookie of a session. No script can read it, and no other site sends it. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, expiresInSeconds }: OpenedSession,
  settings: ApiSettings,
): FastifyReply {
  const { name, options } = cookieOptions(settings);
  const secure = options.secure || isHttps(request);
  return reply.setCookie(name, token, { ...options, secure, maxAge: expiresInSeconds });
}

export function clearSessionCookie(reply: FastifyReply, settings: ApiSettings): void {
  const { name, options } = cookieOptions(settings);
  reply.clearCookie(name, options);
}
