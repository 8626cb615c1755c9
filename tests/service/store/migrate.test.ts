import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Mode } from '../../../src/service/config.ts';
import { fillResults } from '../../../src/service/relay/fill-results.ts';
import { EmbeddedPool } from '../../../src/service/store/embedded-pool.ts';
import { migrate } from '../../../src/service/store/migrate.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { availableModes, createPlace } from '../test-place.ts';

const MIGRATIONS = new URL('../../../src/service/store/migrations/', import.meta.url);
const TABLE = 'CREATE TABLE copydesk.ships (name text);';
const PORT = 'ALTER TABLE copydesk.ships ADD COLUMN port text;';

/** A folder of migrations. */
function writeFolder(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return pathToFileURL(`${folder}/`);
}

/** One for all tests: to make it takes longer than they do. */
let embedded: Promise<EmbeddedPool> | undefined;

afterAll(() => embedded?.then((pool) => pool.end()));

/** A database without tables. */
async function openEmpty(mode: Mode): Promise<SqlPool> {
  if (mode === 'embedded') {
    embedded ??= PGlite.create().then((database) => new EmbeddedPool(database));
    const pool = await embedded;
    await pool.query('DROP SCHEMA IF EXISTS copydesk CASCADE');
    return pool;
  }
  const place = await createPlace(mode, 'nothing');
  const pool = new pg.Pool({ connectionString: place.env.DATABASE_URL ?? '', statement_timeout: 4000 });
  onTestFinished(async () => {
    await pool.end();
    await place.remove();
  });
  return pool as unknown as SqlPool;
}

async function readNames(pool: SqlPool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM copydesk.migrations ORDER BY name');
  return rows.map(({ name }) => name);
}

async function readColumns(pool: SqlPool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('copydesk.ships') AND attnum > 0 ORDER BY attnum",
  );
  return rows.map(({ name }) => name);
}

/** Somebody who reads the table in a transaction, until `end`. */
async function readShips(pool: SqlPool): Promise<{ readonly end: () => Promise<void> }> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT count(*) FROM copydesk.ships');
  const end = async () => {
    await client.query('COMMIT');
    client.release();
  };
  let ended: Promise<void> | undefined;
  const endOnce = () => (ended ??= end());
  onTestFinished(endOnce);
  return { end: endOnce };
}

describe.each(availableModes().filter((mode) => mode !== 'redis+postgres'))('migrate, in the mode %s', (mode) => {
  it('applies what is missing, in order, each file once', async () => {
    const pool = await openEmpty(mode);
    await migrate(pool, { folder: writeFolder({ '001-ships.sql': TABLE, 'notes.txt': 'no SQL' }) });
    expect(await readNames(pool)).toEqual(['001-ships.sql']);
    const folder = writeFolder({ '002-port.sql': PORT, '001-ships.sql': TABLE, '003-mast.sql': PORT.replace('port', 'mast') });
    await migrate(pool, { folder });
    await migrate(pool, { folder });
    expect(await readNames(pool)).toEqual(['001-ships.sql', '002-port.sql', '003-mast.sql']);
    expect(await readColumns(pool)).toEqual(['name', 'port', 'mast']);
  });

  it('keeps the files before one that fails, and nothing of that one', async () => {
    const pool = await openEmpty(mode);
    const files = { '001-ships.sql': TABLE, '002-port.sql': `${PORT} SELECT 1 / 0;`, '003-mast.sql': PORT };
    await expect(migrate(pool, { folder: writeFolder(files) })).rejects.toThrow('division by zero');
    expect(await readNames(pool)).toEqual(['001-ships.sql']);
    expect(await readColumns(pool)).toEqual(['name']);
    await migrate(pool, { folder: writeFolder({ ...files, '002-port.sql': '', '003-mast.sql': PORT }) });
    expect(await readColumns(pool)).toEqual(['name', 'port']);
  });

  it('touches nothing of a database that a newer version has made', async () => {
    const pool = await openEmpty(mode);
    await migrate(pool, { folder: writeFolder({ '001-ships.sql': TABLE, '009-later.sql': PORT }) });
    const older = writeFolder({ '001-ships.sql': TABLE, '002-mast.sql': PORT.replace('port', 'mast') });
    await expect(migrate(pool, { folder: older })).rejects.toMatchObject({ name: 'SchemaTooNewError' });
    expect(await readColumns(pool)).toEqual(['name', 'port']);
  });
});

/** An article with a result, as a store had it before there were marks. */
const ARTICLE = `INSERT INTO copydesk.articles (tenant, article_id, revision, input, input_sha256, trace_id, received_at, changed_at, processing, review,
    delivery, attempt, version, status, kinds, rules)
  VALUES ('default', 'art_1', 1, '{}', '', '', now(), now(), 'cleaned', 'none', 'none', 0, 1, 'accepted', '{hidden_text}', '{hidden-style}')`;

describe.each(availableModes().filter((mode) => mode !== 'redis+postgres'))('an upgrade, in the mode %s', (mode) => {
  it('leaves the marks of older results to the relay, which finds them', async () => {
    const pool = await openEmpty(mode);
    const early = readdirSync(MIGRATIONS).filter((name) => name < '029');
    const files = early.map((name) => [name, readFileSync(new URL(name, MIGRATIONS), 'utf8')]);
    await migrate(pool, { folder: writeFolder(Object.fromEntries(files)) });
    await pool.query(ARTICLE);
    await migrate(pool);
    const readMarks = async () => (await pool.query<{ mark: string }>('SELECT mark FROM copydesk.marks ORDER BY mark')).rows;
    expect(await readMarks()).toEqual([]);
    // Without a result in the store there is nothing to read kinds from.
    await pool.query(`UPDATE copydesk.articles SET result_title = ''`);
    expect(await fillResults(pool, 10)).toBe(1);
    expect(await readMarks()).toEqual([{ mark: 'k:hidden_text' }, { mark: 'r:hidden-style' }]);
    expect(await fillResults(pool, 10)).toBe(0);
  });
});

describe.each(availableModes().filter((mode) => mode === 'postgres'))('migrate on a server', (mode) => {
  it('applies each file once, however many processes begin at once', async () => {
    const pool = await openEmpty(mode);
    const files = Array.from({ length: 12 }, (_, index) => [
      `0${index + 10}-column.sql`,
      `${PORT.replace('port', `column_${index}`)} SELECT pg_sleep(0.01);`,
    ]);
    const folder = writeFolder({ '001-ships.sql': TABLE, ...Object.fromEntries(files) });
    await Promise.all(Array.from({ length: 4 }, () => migrate(pool, { folder })));
    expect(await readColumns(pool)).toEqual(['name', ...files.map((_, index) => `column_${index}`)]);
    expect(await readNames(pool)).toHaveLength(13);
  });

  it('lets the tables of an earlier file go before a later one works', async () => {
    const pool = await openEmpty(mode);
    await migrate(pool, { folder: writeFolder({ '001-ships.sql': TABLE }) });
    const files = { '001-ships.sql': TABLE, '002-port.sql': PORT, '003-slow.sql': 'SELECT pg_sleep(2.5);' };
    const migrated = migrate(pool, { folder: writeFolder(files) });
    await expect.poll(() => readNames(pool), { timeout: 2000 }).toContain('002-port.sql');
    const from = performance.now();
    expect(await readColumns(pool)).toEqual(['name', 'port']);
    await (await readShips(pool)).end();
    expect(performance.now() - from).toBeLessThan(2000);
    expect(await readNames(pool)).not.toContain('003-slow.sql');
    await migrated;
  });

  it('does not make others wait behind it while it waits for somebody', async () => {
    const pool = await openEmpty(mode);
    await migrate(pool, { folder: writeFolder({ '001-ships.sql': TABLE }) });
    const slow = await readShips(pool);
    const folder = writeFolder({ '001-ships.sql': TABLE, '002-port.sql': PORT });
    const migrated = migrate(pool, { folder, lockMs: 200, pauseMs: 200 });
    // Whoever reads meanwhile gets through, though the long reader is still there.
    for (let reads = 0; reads < 5; reads++) {
      await (await readShips(pool)).end();
      await expect.poll(() => readNames(pool)).toEqual(['001-ships.sql']);
    }
    await slow.end();
    await migrated;
    expect(await readColumns(pool)).toEqual(['name', 'port']);
  }, 20_000);

  it('gives up after a while, and says for what it waited', async () => {
    const pool = await openEmpty(mode);
    await migrate(pool, { folder: writeFolder({ '001-ships.sql': TABLE }) });
    const slow = await readShips(pool);
    const folder = writeFolder({ '001-ships.sql': TABLE, '002-port.sql': PORT });
    const refused = migrate(pool, { folder, lockMs: 50, pauseMs: 50, patienceMs: 500 });
    await expect(refused).rejects.toMatchObject({
      name: 'MigrationBlockedError',
      message: expect.stringContaining('002-port.sql'),
    });
    await slow.end();
    expect(await readNames(pool)).toEqual(['001-ships.sql']);
    await migrate(pool, { folder });
    expect(await readColumns(pool)).toEqual(['name', 'port']);
  }, 20_000);
});
