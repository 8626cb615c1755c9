import { createHash } from 'node:crypto';
import { canonicalJson } from '../store/canonical-json.ts';
import type { ChainLine } from './audit-line.ts';

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
