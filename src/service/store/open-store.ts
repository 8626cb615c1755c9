import { PGlite, types } from '@electric-sql/pglite';
import pg from 'pg';
import type { StoreSettings } from '../config.ts';
import { databaseFolder } from './database-folder.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { NamedClient } from './named-client.ts';
import type { SqlPool } from './sql-pool.ts';
import { SyncedFolder, syncedParams } from './synced-folder.ts';
import { toStoreError } from './to-store-error.ts';

export interface Store {
  readonly pool: SqlPool;
  /** On which a statement may take as long as it needs. Opened with the first of them. */
  readonly patient: SqlPool;
  /** Idempotent. */
  readonly close: () => Promise<void>;
}

/**
 * BullMQ's tables live in the schema `bullmq`, unqualified; ours are always written `copydesk.<table>`. Each statement of ours has its index,
 * and is planned once for a connection, perhaps while a table was empty: no plan may read a table from end to end because it was short
 * then. Compiling a statement takes longer than any of ours runs.
 */
const SESSION = Object.entries({ search_path: 'bullmq,public', enable_seqscan: 'off', jit: 'off' });

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
    const database = await PGlite.create({
      fs: new SyncedFolder(databaseFolder(folder)),
      startParams: syncedParams(PGlite.defaultStartParams),
      parsers: { [types.INT8]: (value) => value },
    });
    await database.exec(SESSION.map(([name, value]) => `SET ${name} TO ${value};`).join(''));
    const pool = new EmbeddedPool(database);
    return { pool, patient: pool, close: once(() => pool.end().finally(unlock)) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A connection that is not there after so long will not come; also how long a call waits for a free one. */
const CONNECT_MS = 5000;
/** No statement of ours takes so long: the server is asked to end it, and a server that does not answer is left. */
const STATEMENT_MS = 10_000;
const ANSWER_MS = 12_000;
/** A process that died in a transaction must not hold its rows for long, even when its machine is gone with it. */
const TRANSACTION_IDLE_MS = 60_000;

/** Whether a statement may take as long as it needs: for a person who asks and waits. */
export type Patience = 'hasty' | 'patient';

/** Where a session says nothing the server's own limit would count. */
const NO_LIMIT = { statement_timeout: '0' };

function openPool(url: string, onError: (error: Error) => void, patience: Patience): pg.Pool {
  const isPatient = patience === 'patient';
  const limits = isPatient ? {} : { statement_timeout: STATEMENT_MS, query_timeout: ANSWER_MS };
  const session = [...SESSION, ...Object.entries(isPatient ? NO_LIMIT : {})];
  const settings = { ...limits, idle_in_transaction_session_timeout: TRANSACTION_IDLE_MS };
  const pool = new pg.Pool({
    connectionString: url,
    Client: NamedClient,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    max: 16,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: CONNECT_MS,
    ...settings,
    options: session.map(([name, value]) => `-c ${name}=${value}`).join(' '),
  });
  pool.on('error', onError);
  // The pool listens to idle clients only: a connection that drops in the middle of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

function openServer(url: string, onError: (error: Error) => void, patience: Patience): Store {
  const pool = openPool(url, onError, patience);
  const patient = openPool(url, onError, 'patient');
  const close = once(async () => {
    await Promise.all([pool.end(), patient.end()]);
  });
  return { pool: toSqlPool(pool), patient: toSqlPool(patient), close };
}

/** Migrations may take as long as they need: they run on a connection of their own. */
async function migrateServer(url: string, onError: (error: Error) => void): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_MS });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  await migrate(toSqlPool(pool)).finally(() => pool.end());
}

/** `pg.Pool` is a `SqlPool` already; its overloads only hide it from the type checker. */
function toSqlPool(pool: pg.Pool): SqlPool {
  return pool as unknown as SqlPool;
}

/** Opens the store and brings its tables up to date. `onError` hears of idle connections that drop. */
export async function openStore(
  settings: StoreSettings,
  onError: (error: Error) => void,
  patience: Patience = 'hasty',
): Promise<Store> {
  if (settings.kind === 'postgres') {
    await migrateServer(settings.url, onError).catch((error: unknown) => {
      throw toStoreError(error);
    });
    return openServer(settings.url, onError, patience);
  }
  const store = await openEmbedded(settings.folder);
  try {
    await migrate(store.pool);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
