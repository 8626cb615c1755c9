import process from 'node:process';

/** Seconds of computing that `work` takes in this process: a busy machine does not change them, as it would the clock's. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
