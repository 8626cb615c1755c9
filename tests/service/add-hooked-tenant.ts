import type { SqlSession } from '../../src/service/store/sql-pool.ts';

/** Adds the tenant `hooked`, which has a webhook. Nothing is sent there: a test plays the sender itself. */
export async function addHookedTenant(session: SqlSession): Promise<void> {
  await session.query(`INSERT INTO copydesk.tenants (id, webhook_url, webhook_secrets)
    VALUES ('hooked', 'https://example.org/hook', '{whsec_1}')`);
}
