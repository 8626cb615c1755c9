import type { SqlSession } from '../store/sql-pool.ts';

const writeRelease = (condition: string): string => `UPDATE copydesk.deliveries d SET state = n.state FROM (
    SELECT h.id, CASE WHEN t.webhook_url IS NULL THEN 'available' ELSE 'pending' END AS state
      FROM copydesk.deliveries h JOIN copydesk.tenants t ON t.id = h.tenant
     WHERE h.state = 'held' AND h.due_at <= now() AND ${condition}
       FOR UPDATE OF h SKIP LOCKED) n
   WHERE d.id = n.id`;

const OF_TENANT = writeRelease('h.tenant = $1');
const WITHOUT_WEBHOOK = writeRelease('t.webhook_url IS NULL');

/**
 * Ends the hold of decisions that are due: those of a tenant, or, without one, those of all tenants without a webhook. Whether anybody was
 * told of a decision is said by the state of its delivery alone: nobody while it is `held`. So whoever tells releases it first, whoever takes
 * it back has its row locked, and a row that is locked stays held.
 */
export async function releaseHeld(session: SqlSession, tenant?: string): Promise<void> {
  await (tenant === undefined ? session.query(WITHOUT_WEBHOOK) : session.query(OF_TENANT, [tenant]));
}
