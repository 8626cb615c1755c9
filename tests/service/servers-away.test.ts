import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findPostgres } from './find-postgres.ts';
import { type PrivateServer, untilTrue } from './private-server.ts';
import { spawnCopydesk } from './spawn-process.ts';
import { startPostgres } from './start-postgres.ts';
import { findRedis, startRedis } from './start-redis.ts';
import { createPlace } from './test-place.ts';

const postgresProgram = findPostgres();
const redisProgram = findRedis();
/** Milliseconds in which a process that was asked to stop has to be gone. */
const PATIENCE = 40_000;

/** Which servers a process has, and which of them go away under it. */
interface Outage {
  readonly role: string;
  readonly withRedis: boolean;
  readonly away: 'PostgreSQL' | 'PostgreSQL and Redis';
}

const OUTAGES: readonly Outage[] = [
  { role: 'moderate', withRedis: true, away: 'PostgreSQL and Redis' },
  { role: 'moderate', withRedis: true, away: 'PostgreSQL' },
  { role: 'moderate', withRedis: false, away: 'PostgreSQL' },
  { role: 'relay', withRedis: true, away: 'PostgreSQL and Redis' },
  { role: 'relay', withRedis: false, away: 'PostgreSQL' },
  { role: 'deliver', withRedis: false, away: 'PostgreSQL' },
  { role: 'api', withRedis: true, away: 'PostgreSQL and Redis' },
];

describe.runIf(postgresProgram !== undefined && redisProgram !== undefined)('servers that went away', () => {
  it.each(OUTAGES)(
    '$away: the role $role (with Redis: $withRedis) stops when it is asked to',
    { timeout: 240_000 },
    async (outage) => {
      const postgres = await startPostgres(postgresProgram ?? '');
      const redis: PrivateServer | undefined = outage.withRedis ? await startRedis(redisProgram ?? '') : undefined;
      const place = await createPlace('embedded');
      const env = { ...place.env, DATABASE_URL: `${postgres.url}/postgres`, COPYDESK_LOG: 'stdout' };
      const child = spawnCopydesk(`workers/${outage.role}.worker.ts`, [], {
        env: { ...env, ...(redis && { REDIS_URL: redis.url }) },
      });
      await untilTrue('the start', () => child.output().includes('service.started'));
      await postgres.stop();
      if (outage.away === 'PostgreSQL and Redis') await redis?.stop();
      await untilTrue('the outage', () => child.output().includes('service.failed'));
      child.child.kill('SIGTERM');
      const late = sleep(PATIENCE).then(() => 'still there');
      expect(await Promise.race([child.ended, late]), child.output().slice(-1000)).toBe(0);
      child.child.kill('SIGKILL');
      if (outage.away === 'PostgreSQL') await redis?.stop();
      await place.remove();
    },
  );
});
