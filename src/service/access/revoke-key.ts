import type { SqlSession } from '../store/sql-pool.ts';
import type { ApiKey } from './api-key.ts';
import { KEY_COLUMNS, type KeyRow, toApiKey } from './find-key.ts';

/** Ends a key of the tenant, or an operator's for null. Resolves to the key, or to `undefined` when there is none. Again, it changes nothing. */
export async function revokeKey(session: SqlSession, tenant: string | null, id: string, now: Date): Promise<ApiKey | undefined> {
  const { rows } = await session.query<KeyRow>(
    `UPDATE copydesk.api_keys SET revoked_at = coalesce(revoked_at, $3)
      WHERE id = $1 AND tenant IS NOT DISTINCT FROM $2 RETURNING ${KEY_COLUMNS}`,
    [id, tenant, now],
  );
  return rows[0] && toApiKey(rows[0]);
}
