import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { hashSecret, type KeyHalves, SCOPES } from './api-key.ts';
import { insertKey } from './insert-key.ts';

/** Two processes that start together must only agree on it. Spells `KEYS`. */
const LOCK = 0x4b455953;

/** Writes the key that the settings preset; its newest secret counts, and it works again when it was revoked. */
export async function presetOperatorKey(pool: SqlPool, { id, secret }: KeyHalves, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO copydesk.api_keys (id, tenant, name, hash, scopes, created_at) VALUES ($1, NULL, 'preset', $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET tenant = NULL, hash = excluded.hash, scopes = excluded.scopes, revoked_at = NULL, expires_at = NULL`,
    [id, hashSecret(secret), SCOPES, now],
  );
}

/** The first key of a store that has none, to be shown once; `undefined` when there is one. */
export function ensureOperatorKey(pool: SqlPool, now: Date): Promise<string | undefined> {
  return inTransaction(pool, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await session.query('SELECT 1 FROM copydesk.api_keys LIMIT 1');
    if (rows.length > 0) return undefined;
    const wanted = { tenant: null, name: 'first operator', scopes: SCOPES, expiresAt: null };
    return (await insertKey(session, wanted, now)).key;
  });
}
