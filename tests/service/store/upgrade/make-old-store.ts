import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { EmbeddedPool } from '../../../../src/service/store/embedded-pool.ts';
import { migrate } from '../../../../src/service/store/migrate.ts';
import type { SqlPool } from '../../../../src/service/store/sql-pool.ts';
import { temporaryFolder } from '../../../cli/temporary-folder.ts';
import type { TestPlace } from '../../test-place.ts';

const MIGRATIONS = new URL('../../../../src/service/store/migrations/', import.meta.url);
const ROWS = new URL('version-013.sql', import.meta.url);

function copyOldMigrations(): URL {
  const files = readdirSync(MIGRATIONS).filter((name) => name < '014');
  const contents = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, MIGRATIONS), 'utf8')]));
  return pathToFileURL(`${temporaryFolder(contents)}/`);
}

/** A pool that its one user closes. */
type OwnPool = SqlPool & { readonly end: () => Promise<void> };

async function openBare({ env, folder }: TestPlace): Promise<OwnPool> {
  if (env.DATABASE_URL === undefined) return new EmbeddedPool(await PGlite.create(join(folder, 'pgdata')));
  // `pg.Pool` is a `SqlPool`; its overloads only hide it from the type checker.
  return new pg.Pool({ connectionString: env.DATABASE_URL, max: 1 }) as unknown as OwnPool;
}

/** Fills an empty place with the database of an old desk: its tables by the migrations of then, its rows as it had written them. */
export async function makeOldStore(place: TestPlace): Promise<void> {
  const pool = await openBare(place);
  await migrate(pool, { folder: copyOldMigrations() });
  // The migrations make the first tenant, which is among the rows.
  await pool.query('DELETE FROM copydesk.tenants');
  await pool.query(readFileSync(ROWS, 'utf8'));
  await pool.end();
}
