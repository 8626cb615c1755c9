import type { ReviewDecision } from '../../store/review-event.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import { cohenKappa } from './cohen-kappa.ts';

/** How often second persons said the same. */
export interface Agreement {
  readonly checked: number;
  readonly agreed: number;
  /** From -1 to 1; null when it cannot be told. */
  readonly kappa: number | null;
  /** Decisions of the sample of these days that nobody has checked yet. */
  readonly waiting: number;
}

interface Row {
  readonly decision: ReviewDecision;
  readonly checked_decision: ReviewDecision | null;
  readonly count: number;
}

// Two parts, for each has an index of its own.
const COUNT = `SELECT decision, checked_decision, count(*)::int AS count FROM (
    SELECT decision, checked_decision FROM copydesk.checks
     WHERE tenant = $1 AND checked_at IS NOT NULL AND checked_at > now() - make_interval(days => $2)
    UNION ALL
    SELECT decision, checked_decision FROM copydesk.checks
     WHERE tenant = $1 AND checked_at IS NULL AND decided_at > now() - make_interval(days => $2)) c
  GROUP BY decision, checked_decision`;

/** The agreement of the last days between whoever decided and the second persons who looked without knowing. */
export async function readAgreement(session: SqlSession, tenant: string, days: number): Promise<Agreement> {
  const { rows } = await session.query<Row>(COUNT, [tenant, days]);
  const count = (decision: ReviewDecision, checked: ReviewDecision | null): number =>
    rows.find((row) => row.decision === decision && row.checked_decision === checked)?.count ?? 0;
  const counts = [
    [count('accepted', 'accepted'), count('accepted', 'rejected')],
    [count('rejected', 'accepted'), count('rejected', 'rejected')],
  ];
  const agreed = count('accepted', 'accepted') + count('rejected', 'rejected');
  return {
    checked: counts.flat().reduce((total, one) => total + one, 0),
    agreed,
    kappa: cohenKappa(counts),
    waiting: count('accepted', null) + count('rejected', null),
  };
}
