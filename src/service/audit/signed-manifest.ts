import { createHash } from 'node:crypto';
import { canonicalJson } from '../store/canonical-json.ts';
import { AUDIT_SCHEMA, type ChainLine } from './audit-line.ts';

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

/** SHA-256 over where each chain of an export ended, in the order in which they stand there. */
export class AuditRoot {
  readonly #hash = createHash('sha256');

  add(chain: ChainLine): void {
    const [name, revision] = chain.kind === 'article' ? [chain.article, chain.revision] : [chain.tenant, 0];
    this.#hash.update(`${canonicalJson([chain.kind, name, revision, chain.end.number, chain.end.hash])}\n`);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
