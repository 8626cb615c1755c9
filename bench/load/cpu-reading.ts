import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { cpuSecondsOf } from '../measuring/cpu-seconds-of.ts';
import type { LoadedDesk } from './loaded-desk.ts';
import { type ModerationCpu, readModerationCpu } from './moderation-cpu.ts';

/** Clock ticks of `/proc` a second. */
const TICKS = 100;
/** Threads in which V8 compiles and collects, as Linux calls them. */
const HELPERS = 'V8Worker';

/** CPU seconds since the start of each process, or of the machine. */
export interface CpuReading {
  /** Milliseconds by the clock of `performance`. */
  readonly at: number;
  /** Of the desk, by name. */
  readonly desk: ReadonlyMap<string, number>;
  readonly servers: ReadonlyMap<string, number>;
  readonly moderation: ModerationCpu;
  /** Of the processes that moderate, in threads that compile and collect for all others. */
  readonly helpers: number;
  readonly driver: number;
  /** Of all cores: used by anybody. */
  readonly machine: number;
}

/** Of threads with this name, from `/proc/PID/task`. */
function secondsOfThreads(pid: number, name: string): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const folder = `/proc/${pid}/task/${thread}`;
    try {
      if (readFileSync(`${folder}/comm`, 'utf8').trim() !== name) continue;
      nanoseconds += Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A thread that has ended meanwhile.
    }
  }
  return nanoseconds / 1e9;
}

/** All but what is idle or waits for a disk. */
function readMachine(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/u)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS;
}

export function listServers({ postgres, redis }: LoadedDesk['scenery']): ReadonlyMap<string, number> {
  const pids = new Map<string, number>();
  if (postgres) pids.set('PostgreSQL', postgres.pid);
  if (redis) pids.set('Redis', redis.pid);
  return pids;
}

/** Of the whole of a desk. Linux only. */
export function readCpu({ scenery, moderationFolder }: LoadedDesk): CpuReading {
  const { processes } = scenery.desk;
  const moderating = processes.filter(({ name }) => name.startsWith('worker') || name === 'desk');
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    desk: new Map(processes.map(({ name, pid = 0 }) => [name, cpuSecondsOf(pid)])),
    servers: new Map([...listServers(scenery)].map(([name, pid]) => [name, cpuSecondsOf(pid)])),
    moderation: readModerationCpu(moderationFolder),
    helpers: moderating.reduce((sum, { pid = 0 }) => sum + secondsOfThreads(pid, HELPERS), 0),
    driver: (user + system) / 1e6,
    machine: readMachine(),
  };
}
