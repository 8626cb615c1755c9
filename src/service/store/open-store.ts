import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import pg from 'pg';
import type { StoreSettings } from '../config.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { SqlPool } from './sql-pool.ts';
import { toStoreError } from './to-store-error.ts';

export interface Store {
  readonly pool: SqlPool;
  /** Idempotent. */
  readonly close: () => Promise<void>;
}

/** BullMQ's tables live in the schema `bullmq`, unqualified; ours are always written `copydesk.<table>`. */
const SEARCH_PATH = 'bullmq, public';

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}

async function openEmbedded(folder: string): Promise<Store> {
  const unlock = lockFolder(folder);
  try {
    // int8 as text, as `pg` gives it; without this PGlite answers a number or a BigInt by size.
    const database = await PGlite.create(join(folder, 'pgdata'), { parsers: { [types.INT8]: (value) => value } });
    await database.exec(`SET search_path TO ${SEARCH_PATH}`);
    const pool = new EmbeddedPool(database);
    return { pool, close: once(() => pool.end().finally(unlock)) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function openServer(url: string, onError: (error: Error) => void): Store {
  const pool = new pg.Pool({ connectionString: url, keepAlive: true, max: 16, options: `-c search_path=bullmq,public` });
  pool.on('error', onError);
  // The pool listens to idle clients only: a connection that drops in the middle of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return { pool: toSqlPool(pool), close: once(() => pool.end()) };
}

/** `pg.Pool` is a `SqlPool` already; its overloads only hide it from the type checker. */
function toSqlPool(pool: pg.Pool): SqlPool {
  return pool as unknown as SqlPool;
}

/** Opens the store and brings its tables up to date. `onError` hears of idle connections that drop. */
export async function openStore(settings: StoreSettings, onError: (error: Error) => void): Promise<Store> {
  const store = settings.kind === 'embedded' ? await openEmbedded(settings.folder) : openServer(settings.url, onError);
  try {
    await migrate(store.pool);
    return store;
  } catch (error) {
    await store.close();
    throw settings.kind === 'postgres' ? toStoreError(error) : error;
  }
}
