import process from 'node:process';

/** Milliseconds of CPU that `work` takes in this process. To be called for what has just been done once, so that all are warm. */
export function measureCpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
