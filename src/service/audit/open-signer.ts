import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { keepSecret } from '../store/keep-secret.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { writeAuditKey } from './audit-key.ts';

/** The desk, as it signs its exports. */
interface Signer {
  /** Its public key; see `writeAuditKey`. */
  readonly key: string;
  /** The signature in base64url. */
  readonly sign: (bytes: Uint8Array) => string;
}

const SECRET = 'audit';
const FORM = { format: 'der', type: 'pkcs8' } as const;

const makeKey = (): string => generateKeyPairSync('ed25519').privateKey.export(FORM).toString('base64');

/** Opens the key of the desk, which is made at the first use and stays in the store. */
export async function openSigner(session: SqlSession): Promise<Signer> {
  const key = createPrivateKey({ key: Buffer.from(await keepSecret(session, SECRET, makeKey), 'base64'), ...FORM });
  return { key: writeAuditKey(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key).toString('base64url') };
}
