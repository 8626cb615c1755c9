/** What a worker and its handler have in hand, whatever BullMQ knows of it. */
export class InHand {
  readonly #jobs = new Set<Promise<void>>();

  /** Runs the work on a job, and knows of it until it is over. */
  async add(work: () => Promise<void>): Promise<void> {
    const job = work();
    this.#jobs.add(job);
    try {
      await job;
    } finally {
      this.#jobs.delete(job);
    }
  }

  /** Resolves when nothing is in hand. */
  async over(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.allSettled(this.#jobs);
  }
}
