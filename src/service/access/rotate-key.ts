import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { KEY_COLUMNS, type KeyRow, toApiKey } from './find-key.ts';
import { type IssuedKey, insertKey } from './insert-key.ts';

/** A new key in the place of an old one, which goes on working until `oldExpiresAt`. */
export interface RotatedKey {
  readonly issued: IssuedKey;
  readonly oldExpiresAt: Date;
}

async function rotate(session: SqlSession, tenant: string | null, id: string, overlapSeconds: number, now: Date) {
  const { rows } = await session.query<KeyRow>(
    `UPDATE copydesk.api_keys SET expires_at = least(expires_at, $3)
      WHERE id = $1 AND tenant IS NOT DISTINCT FROM $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $4)
      RETURNING ${KEY_COLUMNS}`,
    [id, tenant, new Date(now.getTime() + overlapSeconds * 1000), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  const old = toApiKey(row);
  const issued = await insertKey(session, { tenant, name: old.name, scopes: old.scopes, expiresAt: null }, now);
  return { issued, oldExpiresAt: old.expiresAt ?? now };
}

/**
 * Makes a key with the name and scopes of a live one, which then ends after `overlapSeconds`, so that keys are exchanged without a gap.
 * Resolves to `undefined` when the tenant (null: the operators) has no such live key.
 */
export function rotateKey(
  pool: SqlPool,
  tenant: string | null,
  id: string,
  overlapSeconds: number,
  now: Date,
): Promise<RotatedKey | undefined> {
  return inTransaction(pool, (session) => rotate(session, tenant, id, overlapSeconds, now));
}
