import type { DeliveryWay } from '../store/decision-notice.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** How a tenant hears of decisions; its row is held until the transaction ends, so that it stays so. */
export async function readWay(session: SqlSession, tenant: string): Promise<DeliveryWay> {
  const { rows } = await session.query<{ has_webhook: boolean }>(
    'SELECT webhook_url IS NOT NULL AS has_webhook FROM copydesk.tenants WHERE id = $1 FOR SHARE',
    [tenant],
  );
  return rows[0]?.has_webhook ? 'webhook' : 'pull';
}
