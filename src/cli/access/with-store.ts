import type { Config } from '../../service/config.ts';
import { openStore } from '../../service/store/open-store.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';
import { toDeskError } from './with-desk.ts';

/**
 * Does the work on the store itself. `elsewhere` says where the same is to be had from a desk that holds it. Throws `CliError` for all that a person can
 * mend.
 */
export async function withStore<T>(config: Config, elsewhere: string, work: (pool: SqlPool) => Promise<T>): Promise<T> {
  try {
    const store = await openStore(config.store, () => undefined);
    try {
      return await work(store.pool);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw toDeskError(error, elsewhere);
  }
}
