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

// Tenants first, then what was not worked on for longest: however many jobs one has, its next comes behind the first of all others.
const OPEN = `SELECT id, tenant, person, decision, reason, state FROM (
     SELECT id, tenant, CASE WHEN state = 'undoing' THEN coalesce(undone_by, person) ELSE person END AS person, decision, reason, state, created_at,
            stepped_at, row_number() OVER (PARTITION BY tenant ORDER BY stepped_at NULLS FIRST, created_at, id) AS turn
       FROM copydesk.bulk_jobs WHERE state IN ('running', 'undoing')) j
  ORDER BY turn, stepped_at NULLS FIRST, created_at, id LIMIT $1`;

/** The bulk decisions in which there is something to do, in the order of their turns. */
export async function readOpenJobs(session: SqlSession, limit: number): Promise<readonly BulkJob[]> {
  return (await session.query<BulkJob>(OPEN, [limit])).rows;
}
