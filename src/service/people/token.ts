import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

export interface Token {
  /** What the person has; it is shown or set once and stored nowhere. */
  readonly text: string;
  /** What the store has. */
  readonly hash: Buffer;
}

/** SHA-256 of a token: it has 256 random bits, so nothing slower is needed. */
export function hashToken(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export function createToken(): Token {
  const text = randomBytes(BYTES).toString('base64url');
  return { text, hash: hashToken(text) };
}
