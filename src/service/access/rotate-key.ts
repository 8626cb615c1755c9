import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { KEY_COLUMNS, type KeyRow, toApiKey } from './find-key.ts';
import { type IssuedKey, insertKey } from './insert-key.ts';

/** A new key in the place of an old one, which goes on working until `oldExpiresAt`. */
export interface RotatedKey {
  readonly issued: IssuedKey;
  readonly oldExpiresAt: Date;
}

/** How a key is exchanged. */
export interface Rotation {
  /** How long the old key works on. */
  readonly overlapSeconds: number;
  /** When the new key ends; `undefined`: when the old one was to. */
  readonly expiresAt: Date | undefined;
}

async function rotate(session: SqlSession, tenant: string | null, id: string, rotation: Rotation, now: Date) {
  const { overlapSeconds, expiresAt } = rotation;
  const { rows } = await session.query<KeyRow & { readonly issued_until: Date | null }>(
    `UPDATE copydesk.api_keys SET expires_at = least(expires_at, $3)
      WHERE id = $1 AND tenant IS NOT DISTINCT FROM $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $4)
      RETURNING ${KEY_COLUMNS}, issued_until`,
    [id, tenant, new Date(now.getTime() + overlapSeconds * 1000), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { name, scopes, expiresAt: oldExpiresAt } = toApiKey(row);
  const issued = await insertKey(session, { tenant, name, scopes, expiresAt: expiresAt ?? row.issued_until }, now);
  return { issued, oldExpiresAt: oldExpiresAt ?? now };
}

/**
 * Makes a key with the name and scopes of a live one, which then ends after the overlap, so that keys are exchanged without a gap.
 * Resolves to `undefined` when the tenant (null: the operators) has no such live key.
 */
export function rotateKey(
  pool: SqlPool,
  tenant: string | null,
  id: string,
  rotation: Rotation,
  now: Date,
): Promise<RotatedKey | undefined> {
  return inTransaction(pool, (session) => rotate(session, tenant, id, rotation, now));
}
