import { describe, expect, it, onTestFinished } from 'vitest';
import { startUpkeep } from '../../../src/service/relay/start-upkeep.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { readLog } from '../open-test-desk.ts';
import { openTestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const FILL = `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, input, input_sha256, trace_id,
    received_at, changed_at, processing, review, delivery, attempt, version, status)
  SELECT 'default', 'art_' || n, 1, 'e' || n, '', '', 'text', 1, '{}', n::text, '', now(), now(), 'cleaned', 'none', 'none', 0, 1, 'accepted'
    FROM generate_series($1::integer, $2::integer) n`;
const COUNTED = `SELECT reltuples::integer AS rows FROM pg_class WHERE oid = 'copydesk.articles'::regclass`;
const ONE = `EXPLAIN (FORMAT JSON) SELECT 1 FROM copydesk.articles WHERE tenant = 'default' AND article_id = 'art_77' AND revision = 1`;

describe.each(availableModes())('upkeep in the mode %s', (mode) => {
  it('has tables counted soon after they have grown, so that the plans are those of what is there', async () => {
    const { pool, log, place, close } = await openTestStore(mode);
    onTestFinished(close);
    const count = async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows ?? 0;
    await pool.query(FILL, [1, 3000]);
    expect(await count()).toBeLessThan(1000);
    const upkeep = startUpkeep(pool, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    await expect.poll(count, { timeout: 20_000 }).toBe(3000);
    const { rows } = await pool.query<{ 'QUERY PLAN': readonly { readonly Plan: object }[] }>(ONE);
    expect(rows[0]?.['QUERY PLAN'][0]?.Plan).toMatchObject({ 'Index Name': 'articles_pkey' });
    await pool.query(FILL, [3001, 12_000]);
    await expect.poll(count, { timeout: 20_000 }).toBe(12_000);
    expect(readLog(place)).toEqual([]);
  }, 60_000);

  it('counts the tables behind one that cannot be counted, and tells of that once', async () => {
    const { pool, log, place, close } = await openTestStore(mode);
    onTestFinished(close);
    const count = async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows ?? 0;
    await pool.query(FILL, [1, 3000]);
    const tried: string[] = [];
    const refusing: SqlPool = Object.assign(Object.create(pool), {
      query: (text: string, params?: readonly unknown[]) => {
        if (!/^(?:VACUUM|ANALYZE)/u.test(text)) {
          // As if a table stood before all others and had grown.
          return pool
            .query(text, params)
            .then(({ rows, rowCount }) => ({ rows: [{ name: 'copydesk.none' }, ...rows], rowCount }));
        }
        tried.push(text);
        return pool.query(text, params);
      },
    });
    const upkeep = startUpkeep(refusing, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    await expect.poll(count, { timeout: 20_000 }).toBe(3000);
    await pool.query(FILL, [3001, 12_000]);
    await expect.poll(count, { timeout: 20_000 }).toBe(12_000);
    expect(tried.filter((text) => text.endsWith(' copydesk.none'))).toHaveLength(1);
    expect(readLog(place)).toMatchObject([{ event: 'service.failed', component: 'upkeep', code: '42p01' }]);
  }, 60_000);

  it('gives the room of deleted rows back in the embedded database, which nobody else would', async () => {
    const { pool, log, close } = await openTestStore(mode);
    onTestFinished(close);
    const size = async () =>
      Number((await pool.query<{ size: string }>("SELECT pg_relation_size('copydesk.articles') AS size")).rows[0]?.size);
    await pool.query(FILL, [1, 3000]);
    const full = await size();
    await pool.query('DELETE FROM copydesk.articles');
    const upkeep = startUpkeep(pool, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    if (mode === 'embedded') await expect.poll(size, { timeout: 20_000 }).toBe(0);
    // A server has its own vacuum; it is only counted here.
    else await expect.poll(async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows, { timeout: 20_000 }).toBe(0);
    expect(full).toBeGreaterThan(100_000);
  }, 60_000);
});
