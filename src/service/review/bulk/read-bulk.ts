import type { SqlSession } from '../../store/sql-pool.ts';
import type { BulkState } from './bulk-job.ts';

/** How far a bulk decision has come. */
export interface BulkProgress {
  readonly id: string;
  readonly state: BulkState;
  readonly total: number;
  /** Decided, and not undone. */
  readonly done: number;
  readonly undone: number;
  /** How many were refused, or stay decided after an undo, by the codes of the reasons. */
  readonly refused: Readonly<Record<string, number>>;
}

interface Row {
  readonly job_state: BulkState;
  readonly state: string | null;
  readonly code: string | null;
  readonly count: number;
}

const COUNT = `SELECT j.state AS job_state, i.state, i.code, count(i.job)::integer AS count
  FROM copydesk.bulk_jobs j LEFT JOIN copydesk.bulk_items i ON i.job = j.id
 WHERE j.tenant = $1 AND j.id = $2 GROUP BY j.state, i.state, i.code`;

/** The progress of a bulk decision of a tenant, or `undefined`. */
export async function readBulk(session: SqlSession, tenant: string, id: string): Promise<BulkProgress | undefined> {
  const { rows } = await session.query<Row>(COUNT, [tenant, id]);
  const [first] = rows;
  if (!first) return undefined;
  const count = (...states: readonly string[]): number =>
    rows.reduce((sum, row) => sum + (row.state !== null && states.includes(row.state) ? row.count : 0), 0);
  const refused = rows.flatMap(({ code, count: many }) => (code === null ? [] : [[code, many] as const])).sort();
  return {
    ...{ id, state: first.job_state },
    total: rows.reduce((sum, row) => sum + row.count, 0),
    done: count('done', 'kept'),
    undone: count('undone'),
    refused: Object.fromEntries(refused),
  };
}
