import type { SqlPool } from '../../store/sql-pool.ts';

const LEAVE = `UPDATE copydesk.bulk_items SET state = 'left' WHERE state = 'waiting' AND job = (SELECT id FROM changed)`;

/** One statement: whoever decides an article of the job holds its row, and looks at the job's state before. */
function change(from: string, to: string): string {
  return `WITH changed AS (
      UPDATE copydesk.bulk_jobs SET state = '${to}' WHERE tenant = $1 AND id = $2 AND state IN (${from}) RETURNING id
    ), rest AS (${LEAVE}) SELECT id FROM changed`;
}

/** Stops a bulk decision; what is decided stays so. False when there is none that runs. */
export async function stopBulk(pool: SqlPool, tenant: string, id: string): Promise<boolean> {
  return (await pool.query(change(`'running'`, 'stopped'), [tenant, id])).rows.length > 0;
}

/** Has the decisions of a bulk taken back, one after another, and stops it before. False when there is none that can be. */
export async function undoBulk(pool: SqlPool, tenant: string, id: string): Promise<boolean> {
  return (await pool.query(change(`'running', 'stopped', 'done'`, 'undoing'), [tenant, id])).rows.length > 0;
}
