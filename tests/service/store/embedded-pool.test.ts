import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedClient } from '../../../src/service/store/embedded-client.ts';
import { EmbeddedPool } from '../../../src/service/store/embedded-pool.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';

let pool: EmbeddedPool;

beforeAll(async () => {
  pool = new EmbeddedPool(await PGlite.create());
  await pool.query('CREATE TABLE log (line text)');
}, 60_000);

afterAll(() => pool.end());

async function lines(): Promise<readonly string[]> {
  return (await pool.query<{ line: string }>('SELECT line FROM log')).rows.map((row) => row.line);
}

describe('EmbeddedPool', () => {
  it('lets nobody into an open transaction', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO log VALUES ($1)', ['inside']);
    let isOutsideDone = false;
    const outside = pool.query('INSERT INTO log VALUES ($1)', ['outside']).then(() => {
      isOutsideDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOutsideDone).toBe(false);
    await client.query('ROLLBACK');
    client.release();
    await outside;
    expect(await lines()).toEqual(['outside']);
  });

  it('gives the session back when a transaction is dropped unfinished', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query("INSERT INTO log VALUES ('dropped')");
    client.release();
    expect(await lines()).not.toContain('dropped');
  });

  it('goes on after a statement that fails, inside and outside of a transaction', async () => {
    await expect(pool.query('SELECT nothing FROM nowhere')).rejects.toThrow('nowhere');
    await expect(inTransaction(pool, (session) => session.query('SELECT nothing FROM nowhere'))).rejects.toThrow('nowhere');
    expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('runs a text of several statements and counts rows as pg does', async () => {
    const several = await pool.query<{ two: number }>('SELECT 1 AS one; SELECT 2 AS two');
    expect(several.rows).toEqual([{ two: 2 }]);
    const inserted = await pool.query('INSERT INTO log VALUES ($1), ($2)', ['a', 'b']);
    expect(inserted.rowCount).toBe(2);
  });

  it('delivers notifications to the client that listens, also when comments stand before LISTEN', async () => {
    const client = (await pool.connect()) as EmbeddedClient;
    const heard: unknown[] = [];
    client.on('notification', (message) => heard.push(message));
    await client.query('-- a line of comment\nLISTEN news;\n');
    await pool.query("SELECT pg_notify('news', 'first')");
    await expect.poll(() => heard).toEqual([{ channel: 'news', payload: 'first' }]);
    await client.query('UNLISTEN news');
    await pool.query("SELECT pg_notify('news', 'second')");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toHaveLength(1);
  });
});
