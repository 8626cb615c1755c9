import { randomBytes } from 'node:crypto';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { openStore } from '../../src/service/store/open-store.ts';

/** Any constant: test files that run at the same time must only agree on it. */
const TABLES_LOCK = 7;

async function makeTables(url: string, withQueue: boolean): Promise<void> {
  const { pool, close } = await openStore({ kind: 'postgres', url }, () => undefined);
  if (withQueue) {
    const client = await pool.connect();
    await runMigrations(client);
    client.release();
  }
  await close();
}

/** Makes the database that others are copied from, unless the run has it: with tables, and nothing in them. */
async function makeTemplate(client: pg.Client, server: string, name: string, withQueue: boolean): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TABLES_LOCK]);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${name}_new`);
    await makeTables(`${server}/${name}_new`, withQueue);
    await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  }
  await client.query('SELECT pg_advisory_unlock($1)', [TABLES_LOCK]);
}

/** What a new database has: `tables` ours, `queue` those of BullMQ too. */
export type DatabaseContent = 'nothing' | 'tables' | 'queue';

/** Makes a database on the server with this address, and returns the database's own. */
export async function createDatabase(server: string, content: DatabaseContent): Promise<string> {
  const name = `copydesk_${randomBytes(6).toString('hex')}`;
  const template = `copydesk_with_${content}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    if (content !== 'nothing') await makeTemplate(client, server, template, content === 'queue');
    await client.query(`CREATE DATABASE ${name}${content === 'nothing' ? '' : ` TEMPLATE ${template}`}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}
