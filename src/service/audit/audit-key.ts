import { createPublicKey, type KeyObject } from 'node:crypto';

const KEY = /^ed25519:([\w-]{43})$/u;

/** A public key as people copy it: `ed25519:` and its 32 bytes in base64url. */
export function writeAuditKey(key: KeyObject): string {
  return `ed25519:${key.export({ format: 'jwk' }).x}`;
}

/** Reads what `writeAuditKey` wrote; `undefined` when it is none. */
export function parseAuditKey(text: string): KeyObject | undefined {
  const [, x] = KEY.exec(text.trim()) ?? [];
  try {
    return x === undefined ? undefined : createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
