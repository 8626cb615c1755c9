import type { PgPool } from 'bullmq';
import type { SqlPool } from '../store/sql-pool.ts';

/**
 * The store's pool, as BullMQ takes one. `pg.Pool` and `EmbeddedPool` both have all that BullMQ's backend calls, but each of its queues and
 * workers listens to errors of the pool and never stops: what is closed, or given up, would stay as long as the pool. The store
 * listens itself, so nobody does here. BullMQ ends no pool that it was given.
 */
export function lendPool(pool: SqlPool): PgPool {
  const lent = {
    /** Both have it: a connection to a server by its settings, and where there is no connection, none drops unseen. */
    options: { keepAlive: true },
    connect: () => pool.connect(),
    query: (text: string, params?: readonly unknown[]) => pool.query(text, params),
    end: () => Promise.resolve(),
    on: () => lent,
  };
  return lent as unknown as PgPool;
}
