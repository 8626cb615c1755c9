import { EventEmitter } from 'node:events';
import type { PGliteInterface } from '@electric-sql/pglite';
import { EmbeddedClient } from './embedded-client.ts';
import { SessionLock } from './session-lock.ts';
import type { ListeningClient, SqlPool, SqlResult } from './sql-pool.ts';

/** The shape of a `pg.Pool` over one PGlite, so that our store, and by `lendPool` BullMQ's PostgreSQL backend, run on it unchanged. */
export class EmbeddedPool extends EventEmitter implements SqlPool {
  readonly #database: PGliteInterface;
  readonly #lock = new SessionLock();

  constructor(database: PGliteInterface) {
    super();
    this.#database = database;
  }

  connect(): Promise<ListeningClient> {
    return Promise.resolve(new EmbeddedClient(this.#database, this.#lock));
  }

  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    return new EmbeddedClient(this.#database, this.#lock).query<Row>(text, params);
  }

  /** Waits for the open transaction, if any, then closes the database. */
  async end(): Promise<void> {
    await this.#lock.acquire();
    if (!this.#database.closed) await this.#database.close();
  }
}
