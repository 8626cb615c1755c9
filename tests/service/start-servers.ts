import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { findPostgres } from './find-postgres.ts';
import type { Stop } from './private-server.ts';
import { startPostgres } from './start-postgres.ts';
import { findRedis, startRedis } from './start-redis.ts';
import type { TestServers } from './test-servers.ts';

/** No test ends the machine under this server, and hundreds of databases are made on it. */
const UNSYNCED = ['fsync=off', 'full_page_writes=off'];

async function startAll(redis: string, postgres: string): Promise<{ readonly servers: TestServers; readonly stop: Stop }> {
  const [cache, database] = await Promise.all([startRedis(redis), startPostgres(postgres, UNSYNCED)]);
  return {
    servers: { redisUrl: cache.url, databaseUrl: database.url },
    stop: async () => {
      await Promise.all([cache.stop(), database.stop()]);
    },
  };
}

/** Starts real servers on private ports when they are installed; with `TEST_DEMAND_SERVERS=1` they have to be. */
export default async function startServers(project: TestProject): Promise<Stop | undefined> {
  const redis = findRedis();
  const postgres = findPostgres();
  if (!redis || !postgres) {
    const missing = [redis ? '' : 'redis-server', postgres ? '' : 'postgres'].filter(Boolean).join(' and ');
    if (process.env.TEST_DEMAND_SERVERS === '1') throw new Error(`TEST_DEMAND_SERVERS=1, but ${missing} is not installed`);
    process.stdout.write(
      `Service tests run in the modes: embedded. Not run, because ${missing} is not installed: postgres, redis+postgres.\n`,
    );
    project.provide('servers', null);
    return undefined;
  }
  const { servers, stop } = await startAll(redis, postgres);
  process.stdout.write('Service tests run in the modes: embedded, postgres, redis+postgres.\n');
  project.provide('servers', servers);
  return stop;
}
