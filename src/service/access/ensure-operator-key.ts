import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import { hashSecret, type KeyHalves, SCOPES } from './api-key.ts';
import { insertKey } from './insert-key.ts';

/** Two processes that start together must only agree on it. Spells `KEYS`. */
const LOCK = 0x4b455953;

/**
 * Writes the key that the settings preset; its newest secret counts. One that was revoked, or has ended, stays so until the settings hold
 * another secret. Resolves to whether it works.
 */
export async function presetOperatorKey(pool: SqlPool, { id, secret }: KeyHalves, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ is_live: boolean }>(
    `INSERT INTO copydesk.api_keys AS k (id, tenant, name, hash, scopes, created_at) VALUES ($1, NULL, 'preset', $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET tenant = NULL, hash = excluded.hash, scopes = excluded.scopes,
       revoked_at = CASE WHEN k.hash = excluded.hash THEN k.revoked_at END,
       expires_at = CASE WHEN k.hash = excluded.hash THEN k.expires_at END
     RETURNING coalesce(k.revoked_at > $4, true) AND coalesce(k.expires_at > $4, true) AS is_live`,
    [id, hashSecret(secret), SCOPES, now],
  );
  return rows[0]?.is_live === true;
}

/** The first operator's key of a store that never had one, to be shown once; `undefined` when there is one, live or not. */
export function ensureOperatorKey(pool: SqlPool, now: Date): Promise<string | undefined> {
  return inTransaction(pool, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await session.query('SELECT 1 FROM copydesk.api_keys WHERE tenant IS NULL LIMIT 1');
    if (rows.length > 0) return undefined;
    const wanted = { tenant: null, name: 'first operator', scopes: SCOPES, expiresAt: null };
    return (await insertKey(session, wanted, now)).key;
  });
}

/** Whether an operator's key works with which others can be made. */
export async function hasOperatorKey(session: SqlSession, now: Date): Promise<boolean> {
  const { rows } = await session.query(
    `SELECT 1 FROM copydesk.api_keys
      WHERE tenant IS NULL AND 'admin' = ANY(scopes) AND coalesce(revoked_at > $1, true) AND coalesce(expires_at > $1, true) LIMIT 1`,
    [now],
  );
  return rows.length > 0;
}
