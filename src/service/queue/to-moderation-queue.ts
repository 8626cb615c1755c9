import type { IQueueBackend, JobsOptions, Queue } from 'bullmq';
import { type JobData, MODERATION_QUEUE } from './moderation-job.ts';
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

/** What BullMQ cannot ask its backend. */
interface BackendQueries {
  readonly findLive: ModerationQueue['findLive'];
  /** Ids of delayed jobs that are further from being due than they can be. */
  readonly findStray: () => Promise<readonly string[]>;
}

/** Our side of a BullMQ queue, whatever its backend. */
export function toModerationQueue<Backend extends IQueueBackend, Connection>(
  queue: Queue<JobData, void, string, JobData, void, string, Backend, Connection>,
  { findLive, findStray }: BackendQueries,
): ModerationQueue {
  return {
    add: async (jobs) => {
      const bulk = jobs.map(({ id, ...data }) => ({ name: MODERATION_QUEUE, data, opts: { ...JOB_OPTIONS, jobId: id } }));
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
