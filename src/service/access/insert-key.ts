import type { SqlSession } from '../store/sql-pool.ts';
import { type ApiKey, createHalves, hashSecret, type KeyHalves, type Scope, writeKey } from './api-key.ts';

export interface NewKey {
  /** Null: an operator's key. */
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

/** A key just made. `key` is shown this once; only its hash is kept. */
export interface IssuedKey extends ApiKey {
  readonly key: string;
}

/** Makes a key, from `halves` when an operator presets it. */
export async function insertKey(
  session: SqlSession,
  wanted: NewKey,
  now: Date,
  halves: KeyHalves = createHalves(),
): Promise<IssuedKey> {
  const { tenant, name, scopes, expiresAt } = wanted;
  await session.query(
    `INSERT INTO copydesk.api_keys (id, tenant, name, hash, scopes, created_at, expires_at, issued_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [halves.id, tenant, name, hashSecret(halves.secret), scopes, now, expiresAt],
  );
  return { id: halves.id, ...wanted, createdAt: now, revokedAt: null, key: writeKey(halves) };
}
