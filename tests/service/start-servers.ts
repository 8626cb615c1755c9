import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { findPostgres, postgresUser } from './find-postgres.ts';
import { freePort, type PrivateServer, type Stop, stopper, succeeds, untilTrue } from './private-server.ts';
import { findRedis, startRedis } from './start-redis.ts';
import type { TestServers } from './test-servers.ts';

async function startPostgres(program: string): Promise<PrivateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-pg-'));
  const user = postgresUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(join(program, '..', 'initdb'), ['-D', data, '-U', 'copydesk', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options);
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=300'];
  const child = spawn(program, ['-D', data, '-p', `${port}`, ...settings], options);
  await untilTrue('PostgreSQL', () => succeeds(join(program, '..', 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]));
  return { url: `postgres://copydesk@127.0.0.1:${port}`, stop: stopper(child, 'SIGINT', folder) };
}

async function startAll(redis: string, postgres: string): Promise<{ readonly servers: TestServers; readonly stop: Stop }> {
  const [cache, database] = await Promise.all([startRedis(redis), startPostgres(postgres)]);
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
