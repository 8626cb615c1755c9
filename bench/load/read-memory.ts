import { readdirSync, readFileSync } from 'node:fs';
import { listServers } from './cpu-reading.ts';
import type { LoadedDesk } from './loaded-desk.ts';

/** Megabytes of a process with its children; pages that several have are divided among them. 0 when it has ended. */
function memoryOf(pid: number): number {
  try {
    const own = Number(/^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}

/** Megabytes that are in memory now, by process. */
export function readMemory({ scenery }: LoadedDesk): Readonly<Record<string, number>> {
  const pids = [...scenery.desk.processes.map(({ name, pid = 0 }) => [name, pid] as const), ...listServers(scenery)];
  return Object.fromEntries(pids.map(([name, pid]) => [name, memoryOf(pid)]));
}
