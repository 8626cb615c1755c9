import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/service/config.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import { availableModes, createPlace } from '../test-place.ts';

describe.runIf(availableModes().includes('postgres'))('a connection that drops in the middle of a transaction', () => {
  it('fails the transaction, is told, and leaves process and pool at work', async () => {
    const place = await createPlace('postgres');
    const errors: Error[] = [];
    const store = await openStore(readConfig(place.env).store, (error) => errors.push(error));
    const work = inTransaction(store.pool, async (session) => {
      const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await store.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await expect.poll(() => errors.length).toBeGreaterThan(0);
      await session.query('SELECT 1');
    });
    await expect(work).rejects.toThrow();
    expect((await store.pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await store.close();
    await place.remove();
  });
});
