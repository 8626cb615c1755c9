import type { SqlSession } from '../store/sql-pool.ts';
import type { DeskEvent } from './desk-event.ts';
import { hashDeskEvent } from './hash-desk-event.ts';

interface Row {
  readonly number: number;
  readonly name: string;
  readonly data: object;
  readonly hash: string;
}

interface Chain {
  readonly number: number;
  readonly head: string;
}

/** The end of the chain, whose row the transaction holds from now on. */
async function holdChain(session: SqlSession, tenant: string): Promise<Chain> {
  await session.query(`INSERT INTO copydesk.desk_chains (tenant, number, head) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`, [
    tenant,
  ]);
  const { rows } = await session.query<Chain>('SELECT number, head FROM copydesk.desk_chains WHERE tenant = $1 FOR UPDATE', [
    tenant,
  ]);
  if (!rows[0]) throw new Error('the chain that was just made is not there');
  return rows[0];
}

/** Appends events to the chain of a tenant's desk, or, for null, of what belongs to none. The caller is in a transaction. */
export async function appendDeskEvents(
  session: SqlSession,
  tenant: string | null,
  events: readonly DeskEvent[],
  time: Date,
): Promise<void> {
  if (events.length === 0) return;
  const key = tenant ?? '';
  const chain = await holdChain(session, key);
  const rows: Row[] = [];
  for (const { name, data } of events) {
    const number = chain.number + rows.length + 1;
    const hash = hashDeskEvent(rows.at(-1)?.hash ?? chain.head, key, { name, data, number, time });
    rows.push({ number, name, data, hash });
  }
  const last = rows.at(-1);
  await session.query(
    `WITH added AS (INSERT INTO copydesk.desk_events (tenant, number, name, time, data, hash)
       SELECT $1, e.number, e.name, $3, e.data, e.hash
         FROM jsonb_to_recordset($2::jsonb) AS e (number integer, name text, data jsonb, hash text))
     UPDATE copydesk.desk_chains SET number = $4, head = $5 WHERE tenant = $1`,
    [key, JSON.stringify(rows), time, last?.number, last?.hash],
  );
}
