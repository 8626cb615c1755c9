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
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
