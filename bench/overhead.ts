/**
 * What the desk costs beside moderation, which is replaced by nothing: articles go through intake, relay, queue and worker to their
 * decision, on real servers with private data. Prints CPU for each article, over all processes of ours and of the servers, with
 * many articles at once, and the time from submission to result with one at a time.
 *
 *   node bench/overhead.ts [articles, default 2000] [mode, default all]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Config, type Mode, readConfig } from '../src/service/config.ts';
import { acceptArticle } from '../src/service/intake/accept-article.ts';
import type { ArticleKey } from '../src/service/store/article-key.ts';
import { openNotices } from '../src/service/store/notices.ts';
import { openStore } from '../src/service/store/open-store.ts';
import type { SqlPool } from '../src/service/store/sql-pool.ts';
import { toDecidedPayload } from '../src/service/store/to-decided-payload.ts';
import { openLog } from '../src/service/telemetry/open-log.ts';
import { findPostgres } from '../tests/service/find-postgres.ts';
import type { PrivateServer } from '../tests/service/private-server.ts';
import { startPostgres } from '../tests/service/start-postgres.ts';
import { findRedis, startRedis } from '../tests/service/start-redis.ts';
import { articleText } from './article-text.ts';
import { cpuSecondsOf } from './overhead/cpu-seconds-of.ts';
import { openDeskPart, type PartName } from './overhead/desk-part.ts';

const COUNT = Number(process.argv[2] ?? 2000);
/** Submissions under way at a time, as a busy server would have them. */
const AT_ONCE = 16;
const SINGLES = 100;
const TEXT = articleText(4000);
const PART = fileURLToPath(new URL('./overhead/desk-part.ts', import.meta.url));

interface Part {
  readonly name: PartName;
  readonly child: ChildProcess;
}

async function startPart(name: PartName, env: Readonly<Record<string, string>>): Promise<Part> {
  const child = fork(PART, [name], { env: { PATH: process.env.PATH, ...env } });
  await once(child, 'message');
  return { name, child };
}

/** Milliseconds of CPU. */
async function cpuOf({ child }: Part): Promise<number> {
  const answer = once(child, 'message');
  child.send('cpu?');
  const [usage] = await answer;
  return (usage.user + usage.system) / 1000;
}

interface Running {
  readonly mode: Mode;
  readonly pool: SqlPool;
  readonly config: Config;
  readonly parts: readonly Part[];
  readonly servers: Readonly<Record<string, number>>;
}

async function cpuOfAll({ parts, servers }: Running): Promise<Record<string, number>> {
  const own = process.cpuUsage();
  const cpu: Record<string, number> = { intake: (own.user + own.system) / 1000 };
  for (const part of parts) cpu[part.name] = await cpuOf(part);
  for (const [name, pid] of Object.entries(servers)) cpu[name] = cpuSecondsOf(pid) * 1000;
  return cpu;
}

async function untilDecided(pool: SqlPool, count: number): Promise<void> {
  for (let decided = 0; decided < count; await sleep(100)) {
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.results');
    decided = Number(rows[0]?.n);
  }
}

async function submitMany({ pool, config }: Running, prefix: string, count: number): Promise<void> {
  const log = openLog(config.log ?? 'stdout', 'info');
  let next = 0;
  const submitter = async () => {
    while (next < count) {
      const id = `${prefix}-${next++}`;
      await acceptArticle(pool, log, { id, source: 'bench', title: 'A bench', text: `${TEXT} ${id}` });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, submitter));
}

async function measureMany(running: Running): Promise<string> {
  const warm = 200;
  await submitMany(running, 'warm', warm);
  await untilDecided(running.pool, warm);
  const before = await cpuOfAll(running);
  const from = performance.now();
  await submitMany(running, 'many', COUNT);
  await untilDecided(running.pool, warm + COUNT);
  const seconds = (performance.now() - from) / 1000;
  const after = await cpuOfAll(running);
  const each = Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / COUNT] as const);
  const ours = each.filter(([name]) => !(name in running.servers)).reduce((sum, [, ms]) => sum + ms, 0);
  const list = each.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ');
  return `${running.mode}: ${ours.toFixed(2)} ms CPU an article over our processes (${list}); ${Math.round(COUNT / seconds)} articles/s`;
}

async function measureSingles({ pool, config }: Running): Promise<string> {
  const log = openLog(config.log ?? 'stdout', 'info');
  const notices = openNotices(pool, () => undefined);
  const waiting = new Map<string, () => void>();
  const seen = new Set<string>();
  notices.subscribe('copydesk_decided', (payload) => {
    seen.add(payload);
    waiting.get(payload)?.();
  });
  const decided = (key: ArticleKey) =>
    new Promise<void>((resolve) => {
      const payload = toDecidedPayload(key);
      if (seen.has(payload)) resolve();
      else waiting.set(payload, resolve);
    });
  await sleep(1000);
  const times: number[] = [];
  for (let index = 0; index < SINGLES; index++) {
    const from = performance.now();
    const { article } = await acceptArticle(pool, log, { id: `single-${index}`, text: `${TEXT} ${index}` });
    await decided(article.key);
    times.push(performance.now() - from);
    await sleep(30);
  }
  await notices.close();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `  from submission to result, one at a time: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms`;
}

async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${url}/${name}`;
}

async function measureMode(mode: Mode, postgres: PrivateServer, redis: PrivateServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const env: Record<string, string> = {
    COPYDESK_DATA: folder,
    COPYDESK_LOG: join(folder, 'log.ndjson'),
    COPYDESK_CONCURRENCY: '4',
  };
  if (mode !== 'embedded') env.DATABASE_URL = await createDatabase(postgres.url, `bench_${mode.length}`);
  if (mode === 'redis+postgres') env.REDIS_URL = redis.url;
  const config = readConfig(env);
  const store = await openStore(config.store, (error) => process.stderr.write(`${error.message}\n`));
  const isEmbedded = mode === 'embedded';
  const close = isEmbedded ? await openDeskPart(config, ['relay', 'worker'], store.pool) : () => Promise.resolve();
  const parts = isEmbedded ? [] : [await startPart('relay', env), await startPart('worker', env)];
  const servers: Record<string, number> = isEmbedded ? {} : { postgres: postgres.pid };
  if (mode === 'redis+postgres') servers.redis = redis.pid;
  const running = { mode, pool: store.pool, config, parts, servers };
  process.stdout.write(`${await measureMany(running)}\n${await measureSingles(running)}\n`);
  for (const { child } of parts) {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  }
  await close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

const postgresProgram = findPostgres();
const redisProgram = findRedis();
if (postgresProgram === undefined || redisProgram === undefined) throw new Error('PostgreSQL and Redis have to be installed');
const postgres = await startPostgres(postgresProgram);
const redis = await startRedis(redisProgram);
const wanted = process.argv[3];
for (const mode of ['redis+postgres', 'postgres', 'embedded'] as const) {
  if (wanted === undefined || wanted === mode) await measureMode(mode, postgres, redis);
}
await postgres.stop();
await redis.stop();
