import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mode } from '../../src/service/config.ts';
import { findPostgres } from '../service/find-postgres.ts';
import { findRedis } from '../service/start-redis.ts';
import type { Cleanup } from './cleanup.ts';
import { type DeskSettings, DeskUnderFault } from './desk/desk-under-fault.ts';
import type { Fault } from './fault.ts';
import { Link } from './servers/link.ts';
import { PostgresServer } from './servers/postgres-server.ts';
import { RedisServer } from './servers/redis-server.ts';
import { SmallDisk } from './servers/small-disk.ts';

/** The servers and the desk of one run. */
export interface Scenery {
  readonly desk: DeskUnderFault;
  readonly folder: string;
  /** Of the desk, with its servers' own addresses: whoever looks on is not behind the links. */
  readonly settings: DeskSettings;
  readonly postgres: PostgresServer | undefined;
  readonly redis: RedisServer | undefined;
  readonly postgresLink: Link | undefined;
  readonly redisLink: Link | undefined;
  readonly disk: SmallDisk | undefined;
}

/** Room for some thousand articles, the embedded store with its log included. */
const DISK_MB = { embedded: 400, servers: 150 };

/** Modes that the programs of this machine allow. */
export function listModes(): readonly Mode[] {
  if (!findPostgres()) return ['embedded'];
  return findRedis() ? ['embedded', 'postgres', 'redis+postgres'] : ['embedded', 'postgres'];
}

async function openServers(mode: Mode, cleanup: Cleanup): Promise<Pick<Scenery, 'postgres' | 'redis'>> {
  const postgres = mode === 'embedded' ? undefined : await PostgresServer.create(findPostgres() ?? '', cleanup);
  const redis = mode === 'redis+postgres' ? await RedisServer.create(findRedis() ?? '', cleanup) : undefined;
  return { postgres, redis };
}

async function openLink(port: number | undefined, cleanup: Cleanup): Promise<Link | undefined> {
  if (port === undefined) return undefined;
  const link = await Link.create(port);
  cleanup.add(() => link.close());
  return link;
}

/** How the processes of a desk are started besides. */
type Besides = Pick<DeskSettings, 'preload' | 'moreOf' | 'workers'>;

/** Opens servers, links, disk and desk for a fault; whatever it opens is told to `cleanup`. Nothing is started of the desk. */
export async function openStage(
  mode: Mode,
  { needs }: Pick<Fault, 'needs'>,
  cleanup: Cleanup,
  besides: Besides = {},
): Promise<Scenery> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-faults-'));
  cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
  const disk = needs === 'disk' ? SmallDisk.create(mode === 'embedded' ? DISK_MB.embedded : DISK_MB.servers) : undefined;
  if (needs === 'disk' && !disk) throw new Error('a small disk needs root on Linux');
  if (disk) cleanup.add(() => disk.remove());
  const { postgres, redis } = await openServers(mode, cleanup);
  const database = await postgres?.createDatabase(disk && join(disk.folder, 'tables'));
  const [postgresLink, redisLink] =
    needs === 'links' ? [await openLink(postgres?.port, cleanup), await openLink(redis?.port, cleanup)] : [];
  const base = { mode, folder, data: disk && join(disk.folder, 'desk'), hasClocks: needs === 'clocks', ...besides };
  const settingsFor = (postgresPort: number | undefined, redisPort: number | undefined): DeskSettings => ({
    ...base,
    databaseUrl: database === undefined ? undefined : postgres?.urlOf(database, postgresPort),
    redisUrl: redis?.urlOf(redisPort),
  });
  const behind = settingsFor(postgresLink?.port ?? postgres?.port, redisLink?.port ?? redis?.port);
  const desk = await DeskUnderFault.create(behind);
  cleanup.add(() => desk.remove());
  return { desk, folder, settings: settingsFor(postgres?.port, redis?.port), postgres, redis, postgresLink, redisLink, disk };
}
