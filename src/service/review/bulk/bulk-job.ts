import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlSession } from '../../store/sql-pool.ts';

export type BulkState = 'running' | 'done' | 'stopped' | 'undoing' | 'undone';

/** A decision on many articles. */
export interface BulkJob {
  readonly id: string;
  readonly tenant: string;
  /** Whoever it acts for: who began it, or, while it is undone, who asked for that. */
  readonly person: string;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly state: BulkState;
}

const OPEN = `SELECT id, tenant, CASE WHEN state = 'undoing' THEN coalesce(undone_by, person) ELSE person END AS person, decision, reason, state
   FROM copydesk.bulk_jobs WHERE state IN ('running', 'undoing') ORDER BY created_at, id LIMIT $1`;

/** The bulk decisions in which there is something to do, the oldest first. */
export async function readOpenJobs(session: SqlSession, limit: number): Promise<readonly BulkJob[]> {
  return (await session.query<BulkJob>(OPEN, [limit])).rows;
}
