import { describe, expect, it, onTestFinished } from 'vitest';
import { startUpkeep } from '../../../src/service/relay/start-upkeep.ts';
import type { SqlPool, SqlResult } from '../../../src/service/store/sql-pool.ts';
import { readLog } from '../open-test-desk.ts';
import { openTestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const FILL = `INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, input, input_sha256, trace_id,
    received_at, changed_at, processing, review, delivery, attempt, version, status)
  SELECT 'default', 'art_' || n, 1, 'e' || n, '', '', 'text', 1, '{}', n::text, '', now(), now(), 'cleaned', 'none', 'none', 0, 1, 'accepted'
    FROM generate_series($1::integer, $2::integer) n`;
const COUNTED = `SELECT reltuples::integer AS rows FROM pg_class WHERE oid = 'copydesk.articles'::regclass`;
const ONE = `EXPLAIN (FORMAT JSON) SELECT 1 FROM copydesk.articles WHERE tenant = 'default' AND article_id = 'art_77' AND revision = 1`;
/** An index over a function that is as slow as `SLOW_VALUES` makes it afterwards. */
const SLOW_INDEX = `CREATE FUNCTION public.slow(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN value; END';
  CREATE INDEX articles_slow ON copydesk.articles (public.slow(external_id))`;
const SLOW_VALUES = `CREATE OR REPLACE FUNCTION public.slow(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
  'BEGIN PERFORM pg_catalog.pg_sleep(0.0045); RETURN value; END'`;
const RUNNING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'ANALYZE%articles'`;

describe.each(availableModes())('upkeep in the mode %s', (mode) => {
  it('has tables counted soon after they have grown, so that the plans are those of what is there', async () => {
    const { pool, patient, log, place, close } = await openTestStore(mode);
    onTestFinished(close);
    const count = async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows ?? 0;
    await pool.query(FILL, [1, 3000]);
    expect(await count()).toBeLessThan(1000);
    const upkeep = startUpkeep({ pool, patient }, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    await expect.poll(count, { timeout: 20_000 }).toBe(3000);
    const { rows } = await pool.query<{ 'QUERY PLAN': readonly { readonly Plan: object }[] }>(ONE);
    expect(rows[0]?.['QUERY PLAN'][0]?.Plan).toMatchObject({ 'Index Name': 'articles_pkey' });
    await pool.query(FILL, [3001, 12_000]);
    await expect.poll(count, { timeout: 20_000 }).toBe(12_000);
    expect(readLog(place)).toEqual([]);
  }, 60_000);

  it('counts the tables behind one that cannot be counted, and tells of that once', async () => {
    const { pool, patient, log, place, close } = await openTestStore(mode);
    onTestFinished(close);
    const count = async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows ?? 0;
    await pool.query(FILL, [1, 3000]);
    // As if a table stood before all others and had grown.
    const withNone = ({ rows, rowCount }: SqlResult<unknown>) => ({ rows: [{ name: 'copydesk.none' }, ...rows], rowCount });
    const refusing: SqlPool = Object.assign(Object.create(pool), {
      query: (text: string, params?: readonly unknown[]) => pool.query(text, params).then(withNone),
    });
    const upkeep = startUpkeep({ pool: refusing, patient }, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    await expect.poll(count, { timeout: 20_000 }).toBe(3000);
    await pool.query(FILL, [3001, 12_000]);
    await expect.poll(count, { timeout: 20_000 }).toBe(12_000);
    expect(readLog(place)).toMatchObject([{ event: 'service.failed', component: 'upkeep', code: '42p01' }]);
  }, 60_000);

  it.each(mode === 'postgres' ? [mode] : [])(
    'counts a table that takes longer than any other statement may',
    async () => {
      const { pool, patient, log, place, close } = await openTestStore(mode);
      onTestFinished(close);
      await pool.query(SLOW_INDEX);
      await pool.query(FILL, [1, 3000]);
      // Counting looks at each value of an index, for 13 seconds in all.
      await pool.query(SLOW_VALUES);
      const upkeep = startUpkeep({ pool, patient }, false, log);
      onTestFinished(upkeep.stop);
      const count = async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows ?? 0;
      await expect.poll(count, { timeout: 40_000, interval: 500 }).toBe(3000);
      expect(readLog(place)).toEqual([]);
    },
    80_000,
  );

  it.each(mode === 'postgres' ? [mode] : [])(
    'does not hold up the end of a desk while it counts',
    async () => {
      const { pool, patient, log, place, close } = await openTestStore(mode);
      await pool.query(SLOW_INDEX);
      await pool.query(FILL, [1, 3000]);
      await pool.query(SLOW_VALUES);
      const upkeep = startUpkeep({ pool, patient }, false, log);
      const counting = async () => (await pool.query(RUNNING)).rowCount;
      await expect.poll(counting, { timeout: 20_000 }).toBe(1);
      const begin = performance.now();
      await upkeep.stop();
      expect(readLog(place)).toEqual([]);
      await close();
      expect(performance.now() - begin).toBeLessThan(3000);
    },
    60_000,
  );

  it('gives the room of deleted rows back in the embedded database, which nobody else would', async () => {
    const { pool, patient, log, close } = await openTestStore(mode);
    onTestFinished(close);
    const size = async () =>
      Number((await pool.query<{ size: string }>("SELECT pg_relation_size('copydesk.articles') AS size")).rows[0]?.size);
    await pool.query(FILL, [1, 3000]);
    const full = await size();
    await pool.query('DELETE FROM copydesk.articles');
    const upkeep = startUpkeep({ pool, patient }, mode === 'embedded', log);
    onTestFinished(upkeep.stop);
    if (mode === 'embedded') await expect.poll(size, { timeout: 20_000 }).toBe(0);
    // A server has its own vacuum; it is only counted here.
    else await expect.poll(async () => (await pool.query<{ rows: number }>(COUNTED)).rows[0]?.rows, { timeout: 20_000 }).toBe(0);
    expect(full).toBeGreaterThan(100_000);
  }, 60_000);
});
