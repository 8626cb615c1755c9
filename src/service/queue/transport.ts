import type { Cause } from '../telemetry/trace.ts';
import type { JobData, ModerationJob } from './moderation-job.ts';

/** Jobs on the transport. */
export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for another try. */
  readonly delayed: number;
}

/** The producer's side of the queue. */
export interface ModerationQueue {
  /** Adds jobs; one that is there already is left as it is. Rejects soon when the transport does not answer. */
  readonly add: (jobs: readonly ModerationJob[]) => Promise<void>;
  /** Those of the jobs that wait, are delayed or are being worked on; one look-up for all. */
  readonly findLive: (jobIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly count: () => Promise<JobCounts>;
  /**
   * Gives out at once what waits for another try until an hour that cannot be right by the transport's own clock: a worker whose clock was
   * wrong has set it. Resolves to how many jobs.
   */
  readonly promoteStray: () => Promise<number>;
  /** Forgets all jobs. The store can rebuild them. */
  readonly clear: () => Promise<void>;
}

/**
 * Called once for each delivery of a job; `cause` is the step that added it. To throw is to ask for a retry; `UnrecoverableError` ends the
 * job.
 */
export type JobHandler = (data: JobData, jobId: string, cause?: Cause) => Promise<void>;

export interface WorkerSettings {
  readonly concurrency: number;
  /** After this long without renewal a job goes to another worker. */
  readonly lockSeconds: number;
}

export interface RunningWorker {
  /** Waits for the jobs in hand, takes no more. */
  readonly close: () => Promise<void>;
}

/** BullMQ on Redis or on the store's own PostgreSQL: carries jobs, and may be lost without losing an article. */
export interface Transport {
  readonly queue: ModerationQueue;
  readonly startWorker: (handler: JobHandler, settings: WorkerSettings) => RunningWorker;
  readonly close: () => Promise<void>;
}
