import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const SCOPES = ['submit', 'read', 'review', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key as the store knows it. */
export interface ApiKey {
  readonly id: string;
  /** Null: an operator's key, for all tenants. */
  readonly tenant: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A key with the SHA-256 of its secret half. */
export interface HashedKey extends ApiKey {
  readonly hash: Uint8Array;
}

/** The two halves of a key as it is sent: its public id, and the secret that is never stored. */
export interface KeyHalves {
  readonly id: string;
  readonly secret: string;
}

/** `ck_<id>_<secret>`. Ours have 12 and 64 hexadecimal digits; a preset one may be any that is long enough. */
const KEY = /^ck_([A-Za-z0-9]{1,32})_([A-Za-z0-9_-]{32,128})$/u;

/** The halves of a key, or `undefined` for anything that is none. */
export function parseKey(text: string): KeyHalves | undefined {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** New halves: 48 random bits of name, 256 random bits of secret. */
export function createHalves(): KeyHalves {
  return { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('hex') };
}

export function writeKey({ id, secret }: KeyHalves): string {
  return `ck_${id}_${secret}`;
}

/** A fast hash is enough: the secret has 256 random bits, so there is nothing to guess. */
export function hashSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

const NOBODYS = new Uint8Array(32);

/** Whether the secret is the key's. It hashes and compares all bytes for an unknown key too, so that time tells nothing. */
export function matchesKey(secret: string, key: HashedKey | undefined): boolean {
  const isSame = timingSafeEqual(hashSecret(secret), key?.hash ?? NOBODYS);
  return isSame && key !== undefined;
}
