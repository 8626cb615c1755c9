import type { IQueueBackend, JobsOptions, Queue } from 'bullmq';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import { toJobCause } from './job-cause.ts';
import { type JobData, MODERATION_QUEUE, type ModerationJob } from './moderation-job.ts';
import { promoteJobs } from './promote-jobs.ts';
import type { ModerationQueue } from './transport.ts';

/**
 * More tries than the store ever grants, so that the store's count decides; what is over leaves no trace on the
 * transport, because the store keeps it.
 */
const JOB_OPTIONS: JobsOptions = {
  attempts: 1000,
  backoff: { type: 'capped' },
  removeOnComplete: true,
  removeOnFail: true,
};

/** What BullMQ cannot ask its backend, and what it does not know. */
interface Backing {
  /** Absent: jobs do not say what caused them. */
  readonly toTraceparent?: Tracing['toTraceparent'] | undefined;
  readonly findLive: ModerationQueue['findLive'];
  /** Ids of delayed jobs that are further from being due than they can be. */
  readonly findStray: () => Promise<readonly string[]>;
}

/** Our side of a BullMQ queue, whatever its backend. */
export function toModerationQueue<Backend extends IQueueBackend, Connection>(
  queue: Queue<JobData, void, string, JobData, void, string, Backend, Connection>,
  { findLive, findStray, toTraceparent }: Backing,
): ModerationQueue {
  const toAdded = ({ id, trace, ...data }: ModerationJob) => {
    const opts = { ...JOB_OPTIONS, ...toJobCause(trace && toTraceparent?.(trace)), jobId: id };
    return { name: MODERATION_QUEUE, data, opts };
  };
  return {
    add: async (jobs) => {
      const bulk = jobs.map(toAdded);
      const [first] = bulk;
      // On an embedded store the statement for many costs ten times as much CPU as that for one (measured: 10 to 13 ms, and 1.2 ms).
      if (first && bulk.length === 1) await queue.add(first.name, first.data, first.opts);
      else await queue.addBulk(bulk);
    },
    findLive,
    promoteStray: async () => promoteJobs(queue, await findStray()),
    count: async () => {
      const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
      const of = (name: string) => counts[name] ?? 0;
      return { waiting: of('waiting') + of('prioritized'), active: of('active'), delayed: of('delayed') };
    },
    clear: () => queue.obliterate({ force: true }),
  };
}
