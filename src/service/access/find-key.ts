import type { SqlSession } from '../store/sql-pool.ts';
import type { ApiKey, HashedKey, Scope } from './api-key.ts';

/** Columns of `copydesk.api_keys` that make an `ApiKey`. */
export const KEY_COLUMNS = 'id, tenant, name, scopes, created_at, expires_at, revoked_at';

export interface KeyRow {
  readonly id: string;
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

export function toApiKey(row: KeyRow): ApiKey {
  const { id, tenant, name, scopes, created_at: createdAt, expires_at: expiresAt, revoked_at: revokedAt } = row;
  return { id, tenant, name, scopes, createdAt, expiresAt, revokedAt };
}

/** The key of this id, whether or not it may still be used, or `undefined`. */
export async function findKey(session: SqlSession, id: string): Promise<HashedKey | undefined> {
  const { rows } = await session.query<KeyRow & { hash: Uint8Array }>(
    `SELECT ${KEY_COLUMNS}, hash FROM copydesk.api_keys WHERE id = $1`,
    [id],
  );
  return rows[0] && { ...toApiKey(rows[0]), hash: rows[0].hash };
}
