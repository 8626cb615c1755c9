import type { Mode } from '../../src/service/config.ts';
import type { DeskUnderFault } from './desk/desk-under-fault.ts';
import type { Link } from './servers/link.ts';
import type { PostgresServer } from './servers/postgres-server.ts';
import type { RedisServer } from './servers/redis-server.ts';
import type { SmallDisk } from './servers/small-disk.ts';

/** What a fault can strike, while articles go through the desk. */
export interface Stage {
  readonly mode: Mode;
  readonly desk: DeskUnderFault;
  /** Throws in a mode without it. */
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
  /** Between the desk and its server; for faults that need links. */
  readonly redisLink: Link;
  readonly postgresLink: Link;
  /** Of the articles' tables; for faults that need a disk. */
  readonly disk: SmallDisk;
  /** Resolves when so many articles of all are acknowledged, or delivered. Throws when that takes minutes. */
  readonly untilAcknowledged: (share: number) => Promise<void>;
  readonly untilDelivered: (share: number) => Promise<void>;
  /** Names what is done, lets a few more articles in meanwhile, and does it. */
  readonly stroke: (name: string, work: () => void | Promise<void>) => Promise<void>;
}

export interface Fault {
  readonly name: string;
  readonly modes: readonly Mode[];
  readonly needs?: 'links' | 'disk' | 'clocks';
  readonly strike: (stage: Stage) => Promise<void>;
}
