import { hashDeskEvent } from '../../../src/service/people/hash-desk-event.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';

interface Row {
  readonly number: number;
  readonly name: string;
  readonly time: Date;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** The events of a desk's chain, when each follows from the one before it and the last one is the head. Throws `Error` otherwise. */
export async function readDeskChain(pool: SqlPool, tenant: string | null): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    'SELECT number, name, time, data, hash FROM copydesk.desk_events WHERE tenant = $1 ORDER BY number',
    [tenant ?? ''],
  );
  let previous = '';
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1 || row.hash !== hashDeskEvent(previous, tenant ?? '', row))
      throw new Error(`event ${row.number}`);
    previous = row.hash;
  }
  const { rows: heads } = await pool.query<{ number: number; head: string }>(
    'SELECT number, head FROM copydesk.desk_chains WHERE tenant = $1',
    [tenant ?? ''],
  );
  const head = heads[0] ?? { number: 0, head: '' };
  if (head.number !== rows.length || head.head !== previous) throw new Error('the head is another event');
  return rows;
}
