import { Redis } from 'ioredis';
import pg from 'pg';
import { MODERATION_QUEUE } from '../../src/service/queue/moderation-job.ts';
import { REDIS_PREFIX } from '../../src/service/queue/redis-prefix.ts';
import type { LoadedDesk } from './loaded-desk.ts';

/** What PostgreSQL had written, and how many transactions it had committed. */
export interface Written {
  readonly walBytes: number;
  readonly transactions: number;
  readonly rowsInserted: number;
  readonly rowsUpdated: number;
  readonly rowsDeleted: number;
}

/** A table with its indexes and what is stored out of line. */
export interface TableSize {
  readonly table: string;
  readonly bytes: number;
  /** Of these, of its indexes. */
  readonly indexBytes: number;
}

export interface RedisSize {
  readonly jobs: number;
  /** Of one job, its place in the list not counted. */
  readonly bytesPerJob: number;
  /** Of the whole server, connections and scripts included. */
  readonly usedBytes: number;
}

const MOST_JOBS = 50;
const WRITTEN = `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS "walBytes", xact_commit::float8 AS transactions,
  tup_inserted::float8 AS "rowsInserted", tup_updated::float8 AS "rowsUpdated", tup_deleted::float8 AS "rowsDeleted"
  FROM pg_stat_database WHERE datname = current_database()`;
const SIZES = `SELECT n.nspname || '.' || c.relname AS table, pg_total_relation_size(c.oid)::float8 AS bytes, pg_indexes_size(c.oid)::float8 AS "indexBytes"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('copydesk', 'bullmq') ORDER BY bytes DESC`;

async function ask<Row extends object>({ scenery }: LoadedDesk, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: scenery.settings.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Undefined without a PostgreSQL. Its counts are those that sessions have told, at most a second old. */
export async function readWritten(desk: LoadedDesk): Promise<Written | undefined> {
  return desk.scenery.postgres && (await ask<Written>(desk, WRITTEN))[0];
}

/** Of all tables of the desk, the largest first, as they are: dead rows, too. */
export async function readTableSizes(desk: LoadedDesk): Promise<readonly TableSize[]> {
  return desk.scenery.postgres ? await ask<TableSize>(desk, SIZES) : [];
}

/** While there are jobs; undefined without a Redis. */
export async function readRedisSize({ scenery }: LoadedDesk): Promise<RedisSize | undefined> {
  const url = scenery.settings.redisUrl;
  if (url === undefined) return undefined;
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    const [, keys] = await redis.scan(0, 'MATCH', `${REDIS_PREFIX}:${MODERATION_QUEUE}:m-*`, 'COUNT', 10_000);
    const jobs = keys.filter((key) => !key.endsWith(':lock'));
    const sizes = await Promise.all(jobs.slice(0, MOST_JOBS).map((key) => redis.memory('USAGE', key)));
    const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    const usedBytes = Number(/used_memory:(\d+)/u.exec(await redis.info('memory'))?.[1] ?? 0);
    return { jobs: jobs.length, bytesPerJob: bytes / Math.max(1, sizes.length), usedBytes };
  } finally {
    redis.disconnect();
  }
}
