import process from 'node:process';

/** CPU milliseconds of this process so far, those of the collector's and compiler's threads included. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}
