import { DelayedError, type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { articleSchema } from '../../schema/article-schema.ts';
import { createIntakeLimit, type IntakeContext } from '../api/guard-intake.ts';
import type { ProblemError } from '../api/problem-error.ts';
import { toProblemError } from '../api/to-problem-error.ts';
import { startLoop } from '../process/start-loop.ts';
import { closeWorker } from '../queue/close-worker.ts';
import { findStrayInRedis } from '../queue/find-stray-in-redis.ts';
import { readJobCause } from '../queue/job-cause.ts';
import { promoteJobs } from '../queue/promote-jobs.ts';
import { REDIS_PREFIX } from '../queue/redis-prefix.ts';
import type { RunningWorker } from '../queue/transport.ts';
import { workerOptions } from '../queue/worker-options.ts';
import { errorCode } from '../telemetry/error-code.ts';
import type { Log } from '../telemetry/open-log.ts';
import { acceptArticle } from './accept-article.ts';
import { logRefused } from './log-accepted.ts';
import { RefusedError } from './refused-error.ts';

/** The queue, under the prefix `{copydesk}`, that systems on the same Redis add `{ tenant?, article }` to. */
const INTAKE_QUEUE = 'copydesk-intake';

/** What a job comes to: then the article is committed to the store, and cannot be lost. */
interface TakenJob {
  readonly id: string;
  readonly revision: number;
  readonly isNew: boolean;
}

/** What the intake works with. */
interface Intake extends IntakeContext {
  readonly log: Log;
  readonly wake: () => void;
  readonly maxRequestBytes: number;
  readonly onError: (error: Error) => void;
}

interface IntakeSettings {
  readonly redisUrl: string;
  readonly lockSeconds: number;
}

type IntakeJob = Job<unknown, TakenJob>;

/** Transactions at a time in this process. */
const CONCURRENCY = 8;
/** Until a job is tried again when the store is away. */
const AWAY_MS = 5000;
/** However long a limit says: a job is tried again so soon. */
const LONGEST_WAIT_MS = 300_000;
const RIGHT_CLOCKS_MS = 30_000;
/** Jobs that are over stay for who wants to see them, but never fill the Redis. Seconds and jobs; a job may say otherwise. */
const KEEP_DONE = { age: 3600, count: 10_000 };
const KEEP_FAILED = { age: 7 * 86_400, count: 10_000 };

const jobSchema = z.strictObject({ tenant: z.string().max(63).default('default'), article: articleSchema });

function readJob({ data }: IntakeJob, maxBytes: number): z.infer<typeof jobSchema> {
  const read = jobSchema.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new RefusedError('invalid', `/${issue?.path.map(String).join('/') ?? ''}: ${issue?.message ?? 'is not usable'}`);
  }
  if (Buffer.byteLength(JSON.stringify(data)) > maxBytes) throw new RefusedError('body_too_large', 'the job is too large');
  return read.data;
}

const OVER = z.union([
  z.strictObject({ taken: z.strictObject({ id: z.string(), revision: z.int(), isNew: z.boolean() }) }),
  z.strictObject({ refused: z.string() }),
]);

/** What a job came to that is handed out again: whoever had it died between leaving the outcome in it and ending it. */
function readOutcome({ data }: IntakeJob): TakenJob | undefined {
  const { data: over } = OVER.safeParse(data);
  if (over && 'refused' in over) throw new UnrecoverableError(over.refused);
  return over?.taken;
}

/** Leaves the outcome in the place of the article, which would stay in Redis for days, out of reach of a purge. */
function forgetArticle(job: IntakeJob, outcome: z.infer<typeof OVER>, { onError }: Intake): Promise<void> {
  return job.updateData(outcome).catch(onError);
}

async function takeIn(job: IntakeJob, intake: Intake, limit: ReturnType<typeof createIntakeLimit>): Promise<TakenJob> {
  const { tenant, article } = readJob(job, intake.maxRequestBytes);
  if (!(await intake.readTenant(tenant))) throw new RefusedError('unknown_tenant', 'there is no such tenant');
  await limit(tenant, 1, () => undefined);
  const accepted = await acceptArticle(intake.pool, intake.log, article, tenant, readJobCause(job.opts));
  intake.wake();
  const { articleId: id, revision } = accepted.article.key;
  const taken = { id, revision, isNew: accepted.isNew };
  await forgetArticle(job, { taken }, intake);
  return taken;
}

/** A limit says when to come again; a store that is away is tried again soon. Neither counts as an attempt of the job. */
function chooseDelay(problem: ProblemError): number {
  const seconds = Number(problem.extras.headers?.['retry-after']);
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT_MS, seconds * 1000) : AWAY_MS;
}

/**
 * Jobs that this intake has put off while its clock was ahead are given out. What its sender has put off, and nobody has taken in hand
 * yet, waits until the sender's hour.
 */
async function promoteStray(queue: Queue, redis: Redis): Promise<void> {
  const started: string[] = [];
  for (const id of await findStrayInRedis(redis, queue.toKey('delayed'), LONGEST_WAIT_MS)) {
    // The field in which BullMQ counts how often a job was taken; the job itself may be large.
    if ((await redis.hget(queue.toKey(id), 'ats')) !== null) started.push(id);
  }
  await promoteJobs(queue, started);
}

/** Codes that `acceptArticle` has not logged itself. */
const UNLOGGED = new Set(['invalid', 'body_too_large', 'unknown_tenant']);

async function handle(job: IntakeJob, token: string | undefined, intake: Intake, limit: ReturnType<typeof createIntakeLimit>) {
  try {
    return readOutcome(job) ?? (await takeIn(job, intake, limit));
  } catch (error) {
    if (error instanceof UnrecoverableError) throw error;
    if (error instanceof RefusedError) {
      // Nobody's article yet: whose it was to be is only what the job says.
      if (UNLOGGED.has(error.code)) logRefused(intake.log, 'none', error.code);
      const refused = `${error.code}: ${error.message}`;
      await forgetArticle(job, { refused }, intake);
      throw new UnrecoverableError(refused);
    }
    const problem = toProblemError(error);
    // A fault of ours is tried as often as the job itself asks for; its message might quote the article.
    if (problem.code === 'internal') throw new Error(`internal: ${errorCode(error)}`, { cause: error });
    await job.moveToDelayed(Date.now() + chooseDelay(problem), token);
    throw new DelayedError();
  }
}

/**
 * Takes articles from the queue `copydesk-intake`, by the rules of `POST /v1/articles`. A job that is done has its article in the store; one
 * whose article is refused fails for good with `code: message`; a limit or a store that is away delays it. A job that is handed out twice
 * makes one article.
 */
export function startBullmqIntake(intake: Intake, { redisUrl, lockSeconds }: IntakeSettings): RunningWorker {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', intake.onError);
  const limit = createIntakeLimit(intake);
  const options = {
    ...workerOptions({ concurrency: CONCURRENCY, lockSeconds }),
    ...{ connection, prefix: REDIS_PREFIX, removeOnComplete: KEEP_DONE, removeOnFail: KEEP_FAILED },
  };
  const worker = new Worker<unknown, TakenJob>(INTAKE_QUEUE, (job, token) => handle(job, token, intake, limit), options);
  worker.on('error', intake.onError);
  const queue = new Queue(INTAKE_QUEUE, { connection, prefix: REDIS_PREFIX });
  queue.on('error', intake.onError);
  const clocks = startLoop(() => promoteStray(queue, connection).then(() => RIGHT_CLOCKS_MS), intake.onError);
  return {
    close: async () => {
      await clocks.stop();
      await closeWorker(worker, connection);
      connection.disconnect();
    },
  };
}
