import { z } from 'zod';
import type { Role } from '../../roles.ts';
import { type Health, readHealth } from '../../store/read-health.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { named } from '../shapes/api-registry.ts';

/** A role that was not seen for so long is not there. */
const SEEN_SECONDS = 60;
/** Whatever does not answer so soon counts as failed. */
const ANSWER_MS = 2000;

const checkShape = z.strictObject({ status: z.enum(['ok', 'fail']), detail: z.string().exactOptional() });

const readyShape = named(
  'Readiness',
  'Whether everything that the desk needs is there, each named.',
  z.strictObject({
    status: z.enum(['ok', 'fail']),
    checks: z.strictObject({
      ...{ store: checkShape, redis: checkShape.exactOptional() },
      ...{ worker: checkShape, relay: checkShape, deliver: checkShape },
    }),
  }),
);

type Check = z.infer<typeof checkShape>;

const OK: Check = { status: 'ok' };
const UNKNOWN: Check = { status: 'fail', detail: 'not known without the store' };

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer')), ANSWER_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function check(work: Promise<unknown>): Promise<Check> {
  try {
    await withinTime(work);
    return OK;
  } catch (error) {
    return { status: 'fail', detail: errorCode(error) };
  }
}

function judgeRole(role: Role, { seenSeconds }: Health): Check {
  const seconds = seenSeconds[role];
  if (seconds === undefined) return { status: 'fail', detail: `no ${role} is known` };
  if (seconds <= SEEN_SECONDS) return OK;
  return { status: 'fail', detail: `no ${role} has been seen for ${Math.round(seconds)} s` };
}

async function checkAll({ pool, pingRedis }: ApiContext): Promise<z.infer<typeof readyShape>> {
  const asked = readHealth(pool);
  const [store, redis] = await Promise.all([check(asked), pingRedis && check(pingRedis())]);
  const health = store.status === 'ok' ? await asked : undefined;
  const judge = (role: Role) => (health ? judgeRole(role, health) : UNKNOWN);
  const roles = { worker: judge('worker'), relay: judge('relay'), deliver: judge('deliver') };
  const checks = { store, ...(redis && { redis }), ...roles };
  return { status: Object.values(checks).every((one) => one.status === 'ok') ? 'ok' : 'fail', checks };
}

/** `GET /readyz`: whether the desk can do its work, and what is missing. */
export function addReadyRoute(server: ApiServer, context: ApiContext): void {
  server.get(
    '/readyz',
    {
      config: { access: 'public', isQuiet: true },
      schema: {
        operationId: 'getReadiness',
        tags: ['service'],
        summary: 'Whether store, Redis and every role are there',
        response: { 200: readyShape, 503: readyShape },
      },
    },
    async (_, reply) => {
      const ready = await checkAll(context);
      return reply.code(ready.status === 'ok' ? 200 : 503).send(ready);
    },
  );
}
