import type { ArticleKey } from '../store/article-key.ts';
import type { PackedFingerprint } from './packed-fingerprint.ts';
import { scopeKeys } from './scope-keys.ts';

/** An article of the store with its fingerprint. */
export interface Fingerprinted {
  readonly key: ArticleKey;
  readonly externalId: string;
  readonly source: string;
  readonly publishedAt: string | undefined;
  readonly fingerprint: PackedFingerprint;
}

/** The keys of a fingerprint as they are stored. */
export interface StoredKeys {
  /** Found by other articles of the tenant. */
  readonly own: readonly string[];
  /** Found by other tenants, when both allow it. */
  readonly shared: readonly string[];
  /** Found by other articles of the source; in the order of `ArticleFingerprint.lines`. */
  readonly lines: readonly string[];
}

/** The keys of an article within its tenant, its source, and among tenants that share. */
export function toStoredKeys({ key, source, fingerprint }: Fingerprinted): StoredKeys {
  return {
    own: scopeKeys(fingerprint.keys, ['tenant', key.tenant]),
    shared: scopeKeys(fingerprint.keys, ['shared']),
    lines: scopeKeys(fingerprint.lines, ['source', key.tenant, source]),
  };
}
