import type { SqlSession } from '../store/sql-pool.ts';
import { TENANT_COLUMNS, type Tenant, type TenantRow, toTenant } from './tenant.ts';

/** Tenants after the given id, in the order of their ids. */
export async function listTenants(session: SqlSession, after: string, limit: number): Promise<readonly Tenant[]> {
  const { rows } = await session.query<TenantRow>(
    `SELECT ${TENANT_COLUMNS} FROM copydesk.tenants WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows.map(toTenant);
}
