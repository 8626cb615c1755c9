import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { appendDeskEvents } from './append-desk-events.ts';

/** How a tenant works its desk. */
export interface DeskSettings {
  /** Hours after which a flagged article should be decided. */
  readonly reviewHours: number;
  /** Share of decisions that a second person checks. */
  readonly secondReviewShare: number;
}

const COLUMNS = 'review_hours AS "reviewHours", second_review_share::double precision AS "secondReviewShare"';

/** Undefined when there is no such tenant. */
export async function readDeskSettings(session: SqlSession, tenant: string): Promise<DeskSettings | undefined> {
  const { rows } = await session.query<DeskSettings>(`SELECT ${COLUMNS} FROM copydesk.tenants WHERE id = $1`, [tenant]);
  return rows[0];
}

/** Changes the settings, and says so in the chain of the desk when something differs. Undefined when there is no such tenant. */
export function changeDeskSettings(
  pool: SqlPool,
  tenant: string,
  change: Partial<DeskSettings>,
  by: string,
  now: Date,
): Promise<DeskSettings | undefined> {
  return inTransaction(pool, async (session) => {
    const { rows } = await session.query<DeskSettings>(`SELECT ${COLUMNS} FROM copydesk.tenants WHERE id = $1 FOR UPDATE`, [
      tenant,
    ]);
    const before = rows[0];
    if (!before) return undefined;
    const { reviewHours, secondReviewShare } = { ...before, ...change };
    if (reviewHours === before.reviewHours && secondReviewShare === before.secondReviewShare) return before;
    await session.query('UPDATE copydesk.tenants SET review_hours = $2, second_review_share = $3 WHERE id = $1', [
      ...[tenant, reviewHours, secondReviewShare],
    ]);
    const data = { by, reviewHours, secondReviewShare };
    await appendDeskEvents(session, tenant, [{ name: 'settings.changed', data }], now);
    return { reviewHours, secondReviewShare };
  });
}
