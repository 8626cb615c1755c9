import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { inject } from 'vitest';
import type { Mode } from '../../src/service/config.ts';
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

async function createDatabase(servers: TestServers): Promise<string> {
  const name = `copydesk_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: `${servers.databaseUrl}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${servers.databaseUrl}/${name}`;
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

/** A clean place for a desk in the given mode. */
export async function createPlace(mode: Mode): Promise<TestPlace> {
  const servers = inject('servers');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'));
  const logFile = join(folder, 'log.ndjson');
  const env: Record<string, string> = {
    COPYDESK_DATA: folder,
    COPYDESK_LOG: logFile,
    COPYDESK_CONCURRENCY: '2',
    COPYDESK_PORT: '0',
  };
  if (mode !== 'embedded' && servers) env.DATABASE_URL = await createDatabase(servers);
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
