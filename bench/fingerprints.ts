/**
 * How long one look-up takes among a million fingerprinted paragraphs: `node bench/fingerprints.ts`. Starts a PostgreSQL of its own, or
 * uses the embedded one with `--embedded`; a number of articles may be named (100,000 of ten paragraphs without one).
 * Fails when the median is above 5 ms on PostgreSQL.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { fingerprintArticle, loadRuleset } from '../src/index.ts';
import { type Fingerprinted, toStoredKeys } from '../src/service/fingerprints/fingerprinted.ts';
import { lookUp } from '../src/service/fingerprints/look-up.ts';
import { packFingerprint } from '../src/service/fingerprints/packed-fingerprint.ts';
import { storeFingerprint } from '../src/service/fingerprints/store-fingerprint.ts';
import { openStore } from '../src/service/store/open-store.ts';
import type { SqlPool } from '../src/service/store/sql-pool.ts';
import { findPostgres } from '../tests/service/find-postgres.ts';
import { startPostgres } from '../tests/service/start-postgres.ts';
import { randomSource } from './texts/random-source.ts';

const LIMIT_MS = 5;
const ARTICLES = 100_000;
const PARAGRAPHS = 10;
/** Keys of a paragraph (exact and five bands), of an article, and lines. */
const KEYS = PARAGRAPHS * 6 + 16 + PARAGRAPHS;
const LOOK_UPS = 200;
const ruleset = loadRuleset();

/** Articles whose keys are random, but for one line and one paragraph in a hundred, which many hold. */
async function fill(pool: SqlPool, articles: number): Promise<void> {
  await pool.query(
    `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, input, input_sha256, trace_id, received_at, changed_at,
       processing, review, delivery, attempt, version, status)
     SELECT 'default', 'art_' || n, 1, 'e' || n, '', '', '', now(), now(), 'cleaned', 'none', 'none', 1, 1, 'accepted' FROM generate_series(1, $1::int) AS n`,
    [articles],
  );
  for (let from = 0; from < articles; from += 5000) {
    await pool.query(
      `WITH f AS (
         INSERT INTO copydesk.fingerprints (tenant, article_id, revision, external_id, source, words, paragraphs, keys)
         SELECT 'default', 'art_' || n, 1, 'e' || n, 's' || n % 50, 400, decode(repeat('00', 2920), 'hex'),
                (SELECT array_agg(CASE WHEN k % 100 = 0 THEN hashint4extended(k, n % 50)
                                       ELSE hashint8extended(n::bigint * 1000 + k, 7) END) FROM generate_series(1, $3::int) AS k)
           FROM generate_series($1::int + 1, $2::int) AS n RETURNING id, keys)
       INSERT INTO copydesk.fingerprint_keys SELECT k.key, f.id FROM f, unnest(f.keys) AS k(key) ON CONFLICT DO NOTHING`,
      [from, Math.min(articles, from + 5000), KEYS],
    );
  }
  await pool.query('ANALYZE copydesk.fingerprints');
  await pool.query('ANALYZE copydesk.fingerprint_keys');
}

const WORDS = Array.from({ length: 4000 }, (_, at) => `word${at.toString(36)}`);

function writeArticle(seed: number): Fingerprinted {
  const random = randomSource(seed);
  const paragraph = (): string => `The ${Array.from({ length: 40 }, () => WORDS[random.below(WORDS.length)]).join(' ')}.`;
  const text = ['A title of some words', ...Array.from({ length: PARAGRAPHS }, paragraph)].join('\n\n');
  const { fingerprint } = fingerprintArticle({ id: `${seed}`, text }, { ruleset });
  const key = { tenant: 'default', articleId: `art_bench_${seed}`, revision: 1 };
  return { key, externalId: `${seed}`, source: 's1', publishedAt: undefined, fingerprint: packFingerprint(fingerprint) };
}

async function insertRow(pool: SqlPool, { key }: Fingerprinted): Promise<void> {
  await pool.query(
    `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, input, input_sha256, trace_id, received_at, changed_at,
       processing, review, delivery, attempt, version) VALUES ($1, $2, $3, $2, '', '', '', now(), now(), 'processing', 'none', 'none', 1, 1)`,
    [key.tenant, key.articleId, key.revision],
  );
}

function describe(name: string, times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  process.stdout.write(`${name}: median ${at(0.5).toFixed(2)} ms, 95 of 100 within ${at(0.95).toFixed(2)} ms\n`);
  return at(0.5);
}

/** What the server's process has computed so far, in milliseconds: on a busy machine the clock tells little. NaN where nobody says it. */
function readComputing(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : Number.NaN;
}

/** Milliseconds of one step, by the clock and as the server computed. */
interface Step {
  readonly clock: number[];
  readonly computing: number[];
}

async function time<T>(step: Step, pid: number, work: () => Promise<T>): Promise<T> {
  const computed = readComputing(pid);
  const start = performance.now();
  const result = await work();
  step.clock.push(performance.now() - start);
  step.computing.push(readComputing(pid) - computed);
  return result;
}

/** Every article comes twice, so that half of the look-ups find a copy. */
async function measure(pool: SqlPool): Promise<number> {
  const stores: Step = { clock: [], computing: [] };
  const lookUps: Step = { clock: [], computing: [] };
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  let found = 0;
  for (let at = 0; at < LOOK_UPS; at++) {
    const written = writeArticle(1000 + (at >> 1));
    const article = { ...written, key: { ...written.key, articleId: `art_bench_${at}` } };
    const keys = toStoredKeys(article);
    await insertRow(pool, article);
    await time(stores, pid, () => storeFingerprint(pool, article, keys));
    const known = await time(lookUps, pid, () => lookUp(pool, article.key, article.source, keys));
    if (known.some(({ kind }) => kind === 'article')) found++;
  }
  process.stdout.write(`${found} of ${LOOK_UPS} look-ups found a copy\n`);
  describe('store, by the clock', stores.clock);
  if (!isEmbedded) {
    describe('store, computed by the server', stores.computing);
    describe('look-up, computed by the server', lookUps.computing);
  }
  return describe('look-up, by the clock', lookUps.clock);
}

async function run(filler: SqlPool, pool: SqlPool, articles: number): Promise<number> {
  const start = performance.now();
  await fill(filler, articles);
  const { rows } = await pool.query<{ keys: string; size: string }>(
    `SELECT (SELECT count(*) FROM copydesk.fingerprint_keys)::text AS keys,
            pg_size_pretty(pg_total_relation_size('copydesk.fingerprint_keys') + pg_total_relation_size('copydesk.fingerprints')) AS size`,
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${articles * PARAGRAPHS} paragraphs, ${rows[0]?.keys} keys, ${rows[0]?.size}, filled in ${seconds} s\n`);
  return await measure(pool);
}

const args = process.argv.slice(2);
const isEmbedded = args.includes('--embedded');
const articles = Number(args.find((arg) => /^\d+$/u.test(arg)) ?? ARTICLES);
const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
const server = isEmbedded ? undefined : await startPostgres(findPostgres() ?? 'postgres');
try {
  const settings = server ? { kind: 'postgres' as const, url: `${server.url}/postgres` } : { kind: 'embedded' as const, folder };
  const store = await openStore(settings, () => undefined);
  // Filling takes longer than any statement of the service may.
  const filler = server && new pg.Pool({ connectionString: `${server.url}/postgres`, max: 1 });
  try {
    const median = await run((filler ?? store.pool) as unknown as SqlPool, store.pool, articles);
    if (!isEmbedded && median > LIMIT_MS) process.exitCode = 1;
  } finally {
    await filler?.end();
    await store.close();
  }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
