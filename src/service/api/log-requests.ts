import type { Caller } from '../access/caller.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';

function describeCaller({ tenant, keyId, person }: Caller): {
  readonly tenant: string;
  readonly key?: string;
  readonly person?: string;
} {
  return { tenant, ...(keyId !== null && { key: keyId }), ...(person && { person: person.id }) };
}

/** Writes a line for each answer. Paths that say nothing of what was asked for would fill the log; a route's own pattern stands for them. */
export function logRequests(server: ApiServer, context: ApiContext): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { config, url = 'none' } = request.routeOptions;
    if (config.isQuiet !== true || reply.statusCode >= 500) {
      const answered = { method: request.method, route: url, status: reply.statusCode, request_id: request.id };
      const who = request.caller && describeCaller(request.caller);
      const code = request.problemCode === null ? {} : { code: request.problemCode };
      const request_seconds = Math.round(reply.elapsedTime) / 1000;
      context.log('request.answered', { ...answered, ...who, ...code, request_seconds }, request.trace);
    }
    done();
  });
}
