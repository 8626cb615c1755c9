import { isConnectionError } from './is-connection-error.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';

/** Runs `work` in one transaction: all of it is committed, or, when it throws, none of it. */
export async function inTransaction<T>(pool: SqlPool, work: (session: SqlSession) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A server that has not answered will not answer now: closing the connection ends the transaction too.
    broken = isConnectionError(error);
    if (!broken) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
