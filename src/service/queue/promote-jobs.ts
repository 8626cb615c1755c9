/** What a queue of BullMQ and its jobs have of it, whatever the backend. */
interface Promotable {
  readonly getJob: (
    id: string,
  ) => Promise<{ readonly promote: () => Promise<void>; readonly isDelayed: () => Promise<boolean> } | undefined>;
}

/** Gives delayed jobs out at once. Resolves to how many; one that somebody else has given out meanwhile does not count. */
export async function promoteJobs(queue: Promotable, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (const id of ids) {
    const job = await queue.getJob(id);
    if (!job || !(await job.isDelayed())) continue;
    await job.promote();
    count++;
  }
  return count;
}
