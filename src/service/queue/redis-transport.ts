import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { ConfigError } from '../config/config-error.ts';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import { checkRedis } from './check-redis.ts';
import { closeWorker } from './close-worker.ts';
import { findStrayInRedis } from './find-stray-in-redis.ts';
import { InHand } from './in-hand.ts';
import { readJobCause } from './job-cause.ts';
import { type JobData, MODERATION_QUEUE } from './moderation-job.ts';
import { REDIS_PREFIX } from './redis-prefix.ts';
import { toModerationQueue } from './to-moderation-queue.ts';
import type { Transport } from './transport.ts';
import { LONGEST_DELAY_MS, workerOptions } from './worker-options.ts';

/** A frozen Redis must fail an `add` soon: the relay tries again, nothing is lost. */
const COMMAND_TIMEOUT_MS = 2000;

async function connectChecked(redis: Redis): Promise<void> {
  try {
    await redis.connect();
    await checkRedis(redis);
  } catch (error) {
    redis.disconnect();
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`REDIS_URL: the server cannot be used (${error instanceof Error ? error.message : 'unknown error'})`);
  }
}

/** A job is a hash, gone when it is over; one that is kept says when it finished. */
async function findLiveJobs(
  redis: Redis,
  toKey: (jobId: string) => string,
  jobIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const pipeline = redis.pipeline();
  for (const jobId of jobIds) pipeline.hmget(toKey(jobId), 'timestamp', 'finishedOn');
  const answers = (await pipeline.exec()) ?? [];
  return new Set(
    jobIds.filter((_, index) => {
      const [error, fields] = answers[index] ?? [];
      if (error) throw error;
      return Array.isArray(fields) && fields[0] !== null && fields[1] === null;
    }),
  );
}

/** BullMQ on Redis or Valkey. Throws `ConfigError` when the server cannot be reached or may drop jobs. */
export async function openRedisTransport(
  url: string,
  onError: (error: Error) => void,
  toTraceparent?: Tracing['toTraceparent'],
): Promise<Transport> {
  const producer = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, commandTimeout: COMMAND_TIMEOUT_MS });
  producer.on('error', onError);
  await connectChecked(producer);
  const consumer = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  consumer.on('error', onError);
  const queue = new Queue<JobData, void>(MODERATION_QUEUE, { connection: producer, prefix: REDIS_PREFIX });
  queue.on('error', onError);
  return {
    queue: toModerationQueue(queue, {
      findLive: (jobIds) => findLiveJobs(producer, (jobId) => queue.toKey(jobId), jobIds),
      findStray: () => findStrayInRedis(producer, queue.toKey('delayed'), LONGEST_DELAY_MS),
      toTraceparent,
    }),
    startWorker: (handler, settings) => {
      const options = { ...workerOptions(settings), connection: consumer, prefix: REDIS_PREFIX };
      const inHand = new InHand();
      const handle = (job: Job<JobData, void>) => inHand.add(() => handler(job.data, job.id ?? '', readJobCause(job.opts)));
      const worker = new Worker<JobData, void>(MODERATION_QUEUE, handle, options);
      worker.on('error', onError);
      return { close: () => closeWorker(worker, consumer, inHand) };
    },
    close: async () => {
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}
