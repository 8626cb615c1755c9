import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inject } from 'vitest';
import type { Mode } from '../../src/service/config.ts';
import { copyDataFolder } from './copy-data-folder.ts';
import { createDatabase } from './create-database.ts';
import { expectLogContract } from './expect-log-contract.ts';
import type { TestServers } from './test-servers.ts';

/** Where one test keeps its data: a folder, and on servers a database of its own. */
export interface TestPlace {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** The NDJSON log of every desk opened here. */
  readonly logFile: string;
  /** Every line of the log is held to the contract first. */
  readonly remove: () => Promise<void>;
}

/** The modes that this machine can run. */
export function availableModes(): readonly Mode[] {
  return inject('servers') ? ['embedded', 'postgres', 'redis+postgres'] : ['embedded'];
}

/** Redis has sixteen databases and test files run at the same time: each place takes a random one that is empty. */
async function claimRedis(servers: TestServers): Promise<string> {
  const redis = new Redis(servers.redisUrl);
  try {
    for (;;) {
      const index = Math.floor(Math.random() * 16);
      await redis.select(index);
      if ((await redis.set('claimed', '1', 'EX', 600, 'NX')) === 'OK') return `${servers.redisUrl}/${index}`;
    }
  } finally {
    redis.disconnect();
  }
}

async function flushRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}

/** How much of a place is there before its first start: `tables` without a row, or `nothing`. */
export type PlaceContent = 'tables' | 'nothing';

/** A clean place for a desk in the given mode. Tests of migrations and of what a start does without them ask for `nothing`. */
export async function createPlace(mode: Mode, content: PlaceContent = 'tables'): Promise<TestPlace> {
  const servers = inject('servers');
  const folder = mkdtempSync(join(inject('runFolder'), 'place-'));
  const logFile = join(folder, 'log.ndjson');
  const env: Record<string, string> = {
    COPYDESK_DATA: folder,
    COPYDESK_LOG: logFile,
    COPYDESK_CONCURRENCY: '2',
    COPYDESK_PORT: '0',
  };
  if (mode === 'embedded' && content === 'tables') await copyDataFolder(folder);
  if (mode !== 'embedded' && servers) {
    const has = content === 'tables' && mode === 'postgres' ? 'queue' : content;
    env.DATABASE_URL = await createDatabase(servers.databaseUrl, has);
  }
  if (mode === 'redis+postgres' && servers) env.REDIS_URL = await claimRedis(servers);
  return {
    env,
    folder,
    logFile,
    remove: async () => {
      expectLogContract(logFile);
      if (env.REDIS_URL) await flushRedis(env.REDIS_URL);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
