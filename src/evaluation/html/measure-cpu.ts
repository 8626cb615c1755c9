import process from 'node:process';

/** Milliseconds of CPU that `work` takes in this process when it has just been done once. */
export function measureCpu(work: () => unknown): number {
  work();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
