import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import { startLoop } from '../process/start-loop.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import { findStrayInSql } from './find-stray-in-sql.ts';
import { forgetFutureLocks } from './forget-future-locks.ts';
import { readJobCause } from './job-cause.ts';
import { lendPool } from './lend-pool.ts';
import { type JobData, MODERATION_QUEUE } from './moderation-job.ts';
import { runSqlWorker } from './run-sql-worker.ts';
import { toModerationQueue } from './to-moderation-queue.ts';
import type { Transport } from './transport.ts';
import { LONGEST_DELAY_MS, workerOptions } from './worker-options.ts';

const RIGHT_CLOCKS_MS = 5000;

type SqlQueue = Queue<JobData, void, string, JobData, void, string, PostgresQueueBackend, PostgresConnectionOptions>;

async function migrateQueue(pool: SqlPool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

async function findLiveJobs(pool: SqlPool, jobIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM bullmq.job WHERE queue = $1 AND id = ANY($2::text[]) AND state NOT IN ('completed', 'failed')`,
    [MODERATION_QUEUE, jobIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** BullMQ puts a job that it takes from a dead worker behind all that waits; on Redis it comes first, and so it does here. */
async function putFirst(pool: SqlPool, jobId: string): Promise<void> {
  await pool.query(
    `UPDATE bullmq.job SET seq = -nextval('bullmq.job_seq') WHERE queue = $1 AND id = $2 AND state = 'waiting' AND seq > 0`,
    [MODERATION_QUEUE, jobId],
  );
}

/** BullMQ's PostgreSQL backend on the store's own pool. */
export async function openSqlTransport(
  pool: SqlPool,
  onError: (error: Error) => void,
  toTraceparent?: Tracing['toTraceparent'],
): Promise<Transport> {
  await migrateQueue(pool);
  const connection = lendPool(pool);
  const queue: SqlQueue = new Queue(MODERATION_QUEUE, { connection }, createPostgresBackend);
  queue.on('error', onError);
  // BullMQ remembers for ever that a queue's first connection failed: then the start fails, and is tried again from outside.
  await queue.waitUntilReady();
  return {
    queue: toModerationQueue(queue, {
      findLive: (jobIds) => findLiveJobs(pool, jobIds),
      findStray: () => findStrayInSql(pool, LONGEST_DELAY_MS),
      toTraceparent,
    }),
    startWorker: (handler, settings) => {
      const create = () => {
        const worker = new Worker<JobData, void, string, PostgresQueueBackend, never, PostgresConnectionOptions>(
          MODERATION_QUEUE,
          (job) => handler(job.data, job.id ?? '', readJobCause(job.opts)),
          { ...workerOptions(settings), connection, autorun: false },
          createPostgresBackend,
        );
        worker.on('error', onError);
        worker.on('stalled', (jobId) => void putFirst(pool, jobId).catch(onError));
        return worker;
      };
      const worker = runSqlWorker(create, pool, onError);
      const clocks = startLoop(() => forgetFutureLocks(pool, new Date()).then(() => RIGHT_CLOCKS_MS), onError);
      return {
        close: async () => {
          await clocks.stop();
          await worker.close();
        },
      };
    },
    close: () => queue.close(),
  };
}
