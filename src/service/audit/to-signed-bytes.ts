import { canonicalJson } from '../store/canonical-json.ts';
import { AUDIT_SCHEMA } from './audit-line.ts';

/** What the manifest says of an export. */
export interface ManifestContent {
  readonly chains: number;
  readonly events: number;
  /** SHA-256 of all lines before the manifest. */
  readonly sha256: string;
  /** Where all chains ended; see `AuditRoot`. */
  readonly root: string;
}

/** The bytes that are signed (Ed25519, RFC 8032). */
export function toSignedBytes({ chains, events, sha256, root }: ManifestContent): Buffer {
  return Buffer.from(`${AUDIT_SCHEMA} manifest\n${canonicalJson([chains, events, sha256, root])}\n`);
}
