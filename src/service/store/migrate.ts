import { readdirSync, readFileSync } from 'node:fs';
import { inTransaction } from './in-transaction.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any constant: two starting processes must only agree on it. Spells `COPY`. */
const MIGRATION_LOCK = 0x434f5059;

/** The database was made by a newer Copydesk. */
export class SchemaTooNewError extends Error {
  override readonly name = 'SchemaTooNewError';
}

function listMigrations(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

async function readApplied(session: SqlSession): Promise<ReadonlySet<string>> {
  await session.query('CREATE SCHEMA IF NOT EXISTS copydesk');
  await session.query(
    'CREATE TABLE IF NOT EXISTS copydesk.migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await session.query<{ name: string }>('SELECT name FROM copydesk.migrations');
  return new Set(rows.map((row) => row.name));
}

/** Applies the migrations that are missing, all or none, one process at a time. Throws `SchemaTooNewError`. */
export async function migrate(pool: SqlPool): Promise<void> {
  const files = listMigrations();
  await inTransaction(pool, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await readApplied(session);
    const unknown = [...applied].find((name) => !files.includes(name));
    if (unknown)
      throw new SchemaTooNewError(`the database has the migration ${unknown}, which this version does not know: update Copydesk`);
    for (const file of files.filter((name) => !applied.has(name))) {
      await session.query(readFileSync(new URL(file, FOLDER), 'utf8'));
      await session.query('INSERT INTO copydesk.migrations (name) VALUES ($1)', [file]);
    }
  });
}
