import { z } from 'zod';
import { readHealth } from '../../store/read-health.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { named } from '../shapes/api-registry.ts';

/** A worker that was not seen for so long is not there. */
const WORKER_SECONDS = 60;
/** Whatever does not answer so soon counts as failed. */
const ANSWER_MS = 2000;

const checkShape = z.strictObject({ status: z.enum(['ok', 'fail']), detail: z.string().exactOptional() });

const readyShape = named(
  'Readiness',
  'Whether everything that the desk needs is there, each named.',
  z.strictObject({
    status: z.enum(['ok', 'fail']),
    checks: z.strictObject({ store: checkShape, redis: checkShape.exactOptional(), worker: checkShape }),
  }),
);

type Check = z.infer<typeof checkShape>;

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
    return { status: 'ok' };
  } catch (error) {
    return { status: 'fail', detail: errorCode(error) };
  }
}

function judgeWorker(seenSeconds: number | undefined): Check {
  if (seenSeconds === undefined) return { status: 'fail', detail: 'no worker has ever been seen' };
  if (seenSeconds <= WORKER_SECONDS) return { status: 'ok' };
  return { status: 'fail', detail: `no worker has been seen for ${Math.round(seenSeconds)} s` };
}

async function checkAll({ pool, pingRedis }: ApiContext): Promise<z.infer<typeof readyShape>> {
  const health = readHealth(pool);
  const [store, redis] = await Promise.all([check(health), pingRedis && check(pingRedis())]);
  const worker: Check =
    store.status === 'ok'
      ? judgeWorker((await health).seenSeconds.worker)
      : { status: 'fail', detail: 'not known without the store' };
  const all = [store, worker, ...(redis ? [redis] : [])];
  const status = all.every((one) => one.status === 'ok') ? 'ok' : 'fail';
  return { status, checks: redis ? { store, redis, worker } : { store, worker } };
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
        summary: 'Whether store, Redis and workers are there',
        response: { 200: readyShape, 503: readyShape },
      },
    },
    async (_, reply) => {
      const ready = await checkAll(context);
      return reply.code(ready.status === 'ok' ? 200 : 503).send(ready);
    },
  );
}
