import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Caller } from '../access/caller.ts';
import type { Person } from '../review/person.ts';
import type { Trace } from '../telemetry/trace.ts';
import type { Access } from './authenticate.ts';
import type { ProblemCode } from './problems.ts';
import type { Route } from './route.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is. */
    routeList: () => readonly Route[];
  }
  interface FastifyRequest {
    caller: Caller | null;
    /** Of the caller's trace, when it names one. */
    trace: Trace;
    /** Code of the problem that the request was answered with. */
    problemCode: ProblemCode | null;
    /** Of the body's bytes, in hexadecimal digits; empty without a body. */
    bodySha256: string;
  }
  interface FastifyContextConfig {
    /** What the route asks of its caller; a route that does not say is refused at the start. */
    access?: Access;
    /** Problems that it may answer, beside those of any such route; for the document. */
    problems?: readonly ProblemCode[];
    /** It reads `Idempotency-Key` and `Prefer`; for the document. */
    isSubmission?: boolean;
    /** Media type of its answers, where that is not JSON; for the document. */
    answerType?: string;
    /** Its answers stand in the log only when they fail. */
    isQuiet?: boolean;
  }
}

/** The server with routes typed by their zod schemas. */
export type ApiServer = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

/** Whoever acts, of a route for people. */
export function personOf(request: { readonly caller: Caller | null }): Person {
  const person = request.caller?.person;
  if (!person) throw new Error('a route that is not for people asks for the person');
  return person;
}

/** The caller of a route that asks for a key. */
export function callerOf(request: { readonly caller: Caller | null }): Caller {
  if (request.caller === null) throw new Error('a route without a key asks for its caller');
  return request.caller;
}
