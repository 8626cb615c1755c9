import type { SqlSession } from '../store/sql-pool.ts';
import { TENANT_COLUMNS, type Tenant, type TenantRow, toTenant } from './tenant.ts';

/** Makes a tenant; `undefined` when there is one of this id. */
export async function insertTenant(session: SqlSession, id: string): Promise<Tenant | undefined> {
  const { rows } = await session.query<TenantRow>(
    `INSERT INTO copydesk.tenants (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING ${TENANT_COLUMNS}`,
    [id],
  );
  return rows[0] && toTenant(rows[0]);
}
