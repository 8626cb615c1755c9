import { createHash } from 'node:crypto';

/** Where keys are compared: within a tenant, within one of its sources, or among tenants that share. */
export type Scope = readonly ['tenant', string] | readonly ['source', string, string] | readonly ['shared'];

function maskOf(scope: Scope): bigint {
  return createHash('sha256').update(JSON.stringify(scope)).digest().readBigInt64BE(0);
}

/**
 * Keys as they are stored: the same key in two scopes is two keys, as far as 64 bits tell. What the keys find is checked against
 * the tenant all the same.
 */
export function scopeKeys(keys: readonly string[], scope: Scope): readonly string[] {
  const mask = maskOf(scope);
  return keys.map((key) => BigInt.asIntN(64, BigInt(key) ^ mask).toString());
}
