import type { SqlSession } from '../store/sql-pool.ts';
import type { ApiKey } from './api-key.ts';
import { KEY_COLUMNS, type KeyRow, toApiKey } from './find-key.ts';

/** Keys of a tenant, or the operators' for null, newest first; revoked and expired ones too. */
export async function listKeys(session: SqlSession, tenant: string | null): Promise<readonly ApiKey[]> {
  const { rows } = await session.query<KeyRow>(
    `SELECT ${KEY_COLUMNS} FROM copydesk.api_keys WHERE ${tenant === null ? 'tenant IS NULL AND $1::text IS NULL' : 'tenant = $1'}
      ORDER BY created_at DESC, id LIMIT 1000`,
    [tenant],
  );
  return rows.map(toApiKey);
}
