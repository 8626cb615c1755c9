import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { Person, Role } from '../person.ts';

export type BulkState = 'running' | 'done' | 'stopped' | 'undoing' | 'undone';

/** A decision on many articles. */
export interface BulkJob {
  readonly id: string;
  readonly tenant: string;
  /** Who wished it, with the rights of then. */
  readonly person: Person;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly state: BulkState;
}

interface Row {
  readonly id: string;
  readonly tenant: string;
  readonly person: string;
  readonly person_tenant: string | null;
  readonly role: Role;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly state: BulkState;
}

const OPEN = `SELECT id, tenant, person, person_tenant, role, decision, reason, state FROM copydesk.bulk_jobs
  WHERE state IN ('running', 'undoing') ORDER BY created_at, id LIMIT $1`;

function toJob({ id, tenant, person, person_tenant, role, decision, reason, state }: Row): BulkJob {
  return { id, tenant, person: { id: person, tenant: person_tenant, role }, decision, reason, state };
}

/** The bulk decisions in which there is something to do, the oldest first. */
export async function readOpenJobs(session: SqlSession, limit: number): Promise<readonly BulkJob[]> {
  return (await session.query<Row>(OPEN, [limit])).rows.map(toJob);
}
