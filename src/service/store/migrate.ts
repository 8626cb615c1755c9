import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from './in-transaction.ts';
import { isLockFault } from './is-lock-fault.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any constant: two starting processes must only agree on it. Spells `COPY`. */
const MIGRATION_LOCK = 0x434f5059;

/** How migrations are applied. */
export interface MigrationSettings {
  /** Its `.sql` files, in the order of their names. */
  readonly folder: URL;
  /** A file waits no longer for a table: whoever wants the table next waits behind it. */
  readonly lockMs: number;
  /** Between two attempts, in which whoever waited gets on. */
  readonly pauseMs: number;
  /** No attempt begins later. Twice what a process of ours may hold a table for without doing anything. */
  readonly patienceMs: number;
}

const SETTINGS: MigrationSettings = { folder: FOLDER, lockMs: 1000, pauseMs: 1000, patienceMs: 120_000 };

/** The database was made by a newer Copydesk. */
export class SchemaTooNewError extends Error {
  override readonly name = 'SchemaTooNewError';
}

/** Others hold a table that a migration wants, and do not let it go. */
export class MigrationBlockedError extends Error {
  override readonly name = 'MigrationBlockedError';
}

function listMigrations(folder: URL): readonly string[] {
  return readdirSync(folder)
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

/** What the database lacks, read while no other process migrates: until the transaction is over. */
async function listMissing(session: SqlSession, folder: URL): Promise<readonly string[]> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const files = listMigrations(folder);
  const applied = await readApplied(session);
  const unknown = [...applied].find((name) => !files.includes(name));
  if (unknown)
    throw new SchemaTooNewError(`the database has the migration ${unknown}, which this version does not know: update Copydesk`);
  return files.filter((name) => !applied.has(name));
}

/** Applies the first file that is missing, in a transaction of its own. Resolves to how many are missing after it. */
function applyNext(pool: SqlPool, { folder, lockMs }: MigrationSettings, begin: (file: string) => void): Promise<number> {
  return inTransaction(pool, async (session) => {
    const [file, ...later] = await listMissing(session, folder);
    if (file === undefined) return 0;
    begin(file);
    // Only now: another process that migrates may take as long as it needs.
    await session.query("SELECT set_config('lock_timeout', $1, true)", [`${lockMs}ms`]);
    await session.query(readFileSync(new URL(file, folder), 'utf8'));
    await session.query('INSERT INTO copydesk.migrations (name) VALUES ($1)', [file]);
    return later.length;
  });
}

/**
 * Applies the migrations that are missing, one process at a time, each file whole or not at all: so none holds the tables of those before it.
 * Whoever waits for a table lets others pass now and then. Throws `SchemaTooNewError`, `MigrationBlockedError`.
 */
export async function migrate(pool: SqlPool, given: Partial<MigrationSettings> = {}): Promise<void> {
  const settings = { ...SETTINGS, ...given };
  let file = '';
  let until = performance.now() + settings.patienceMs;
  const begin = (next: string) => {
    if (next !== file) until = performance.now() + settings.patienceMs;
    file = next;
  };
  for (let missing = 1; missing > 0; ) {
    try {
      missing = await applyNext(pool, settings, begin);
    } catch (error) {
      if (!isLockFault(error)) throw error;
      if (performance.now() >= until)
        throw new MigrationBlockedError(
          `the migration ${file} waits for a table that somebody reads or writes: ${error.message}`,
        );
      await sleep(settings.pauseMs);
    }
  }
}
