import { appendDeskEvents } from '../../people/append-desk-events.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import type { SqlPool } from '../../store/sql-pool.ts';
import type { Person } from '../person.ts';
import type { BulkJob } from './bulk-job.ts';

interface Change {
  /** States that it may have, quoted. */
  readonly from: string;
  readonly to: 'stopped' | 'undoing';
  readonly event: 'bulk.stopped' | 'bulk.undone';
  readonly by: string;
}

const LEAVE = `UPDATE copydesk.bulk_items SET state = 'left' WHERE state = 'waiting' AND job = (SELECT id FROM changed)`;

/** The state changes in one statement: whoever decides an article of the job holds its row, and looks at the job's state before. */
function change(pool: SqlPool, tenant: string, id: string, { from, to, event, by }: Change): Promise<boolean> {
  return inTransaction(pool, async (session) => {
    const { rows } = await session.query(
      `WITH changed AS (
         UPDATE copydesk.bulk_jobs SET state = $3, undone_by = CASE WHEN $3 = 'undoing' THEN $4 ELSE undone_by END
          WHERE tenant = $1 AND id = $2 AND state IN (${from}) RETURNING id
       ), rest AS (${LEAVE}) SELECT id FROM changed`,
      [tenant, id, to, by],
    );
    if (rows.length === 0) return false;
    await appendDeskEvents(session, tenant, [{ name: event, data: { by, bulk: id } }], new Date());
    return true;
  });
}

/** Stops a bulk decision; what is decided stays so. False when there is none that runs. */
export function stopBulk(pool: SqlPool, tenant: string, person: Person, id: string): Promise<boolean> {
  return change(pool, tenant, id, { from: `'running'`, to: 'stopped', event: 'bulk.stopped', by: person.id });
}

/** Stops a job, in whichever direction it runs, when whoever it acts for may not do so any more. */
export async function haltBulk(pool: SqlPool, { tenant, id, state }: BulkJob): Promise<void> {
  await change(pool, tenant, id, { from: `'${state}'`, to: 'stopped', event: 'bulk.stopped', by: 'desk' });
}

/**
 * Has the decisions of a bulk taken back in the name of this person, whoever made them, one after another, and stops it before. False when
 * there is none that can be.
 */
export function undoBulk(pool: SqlPool, tenant: string, person: Person, id: string): Promise<boolean> {
  const from = `'running', 'stopped', 'done'`;
  return change(pool, tenant, id, { from, to: 'undoing', event: 'bulk.undone', by: person.id });
}
