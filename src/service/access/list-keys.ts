import type { SqlSession } from '../store/sql-pool.ts';
import type { ApiKey } from './api-key.ts';
import { KEY_COLUMNS, type KeyRow, toApiKey } from './find-key.ts';

/** Keys of a tenant, or the operators' for null, newest first from after the key `after`; revoked and expired ones too. */
export async function listKeys(
  session: SqlSession,
  tenant: string | null,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly ApiKey[]> {
  const owner = tenant === null ? 'tenant IS NULL AND $1::text IS NULL' : 'tenant = $1';
  const { rows } = await session.query<KeyRow>(
    `SELECT ${KEY_COLUMNS} FROM copydesk.api_keys
      WHERE ${owner} AND ($2::text IS NULL OR (created_at, id) < (SELECT created_at, id FROM copydesk.api_keys WHERE id = $2 AND ${owner}))
      ORDER BY created_at DESC, id DESC LIMIT $3`,
    [tenant, after ?? null, limit],
  );
  return rows.map(toApiKey);
}
