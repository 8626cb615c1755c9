import { availableParallelism } from 'node:os';
import type { CpuReading } from './cpu-reading.ts';

/** CPU of one stretch of time. Parts of a core: 1 is a core that does nothing else. */
export interface CpuUse {
  readonly seconds: number;
  readonly cores: number;
  readonly byProcess: Readonly<Record<string, number>>;
  readonly driver: number;
  /** Used by others on the machine, the kernel's own work for all included. */
  readonly others: number;
  readonly idle: number;
  /** Within `moderate()` and the fingerprint before it. */
  readonly moderation: number;
  /** The threads that moderate as a whole: messages, and the result as JSON, too. */
  readonly threads: number;
  /** Threads that compile and collect for those. */
  readonly helpers: number;
  /** Articles that were moderated in the time. */
  readonly articles: number;
  /** Moderation to all the desk's processes, and to these with the servers. */
  readonly share: number;
  readonly shareWithServers: number;
}

const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);

function difference(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...to].map(([name, value]) => [name, value - (from.get(name) ?? 0)] as const);
}

/** What was used between two readings. */
export function toCpuUse(from: CpuReading, to: CpuReading): CpuUse {
  const seconds = (to.at - from.at) / 1000;
  const [desk, servers] = [difference(from.desk, to.desk), difference(from.servers, to.servers)];
  const [deskSeconds, serverSeconds] = [sum(desk.map(([, own]) => own)), sum(servers.map(([, own]) => own))];
  const moderation = to.moderation.seconds - from.moderation.seconds;
  const driver = to.driver - from.driver;
  const machine = to.machine - from.machine;
  const cores = availableParallelism();
  return {
    seconds,
    cores,
    byProcess: Object.fromEntries([...desk, ...servers].map(([name, own]) => [name, own / seconds])),
    driver: driver / seconds,
    others: Math.max(0, machine - deskSeconds - serverSeconds - driver) / seconds,
    idle: Math.max(0, cores - machine / seconds),
    moderation: moderation / seconds,
    threads: (to.moderation.threadSeconds - from.moderation.threadSeconds) / seconds,
    helpers: (to.helpers - from.helpers) / seconds,
    articles: to.moderation.articles - from.moderation.articles,
    share: moderation / deskSeconds,
    shareWithServers: moderation / (deskSeconds + serverSeconds),
  };
}
