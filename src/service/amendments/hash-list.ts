import { createHash } from 'node:crypto';
import type { StoredAmendment } from './read-amendments.ts';

/** What a draft is bound to: SHA-256, as hexadecimal digits, of the hashes of its amendments in their order. */
export function hashList(amendments: readonly Pick<StoredAmendment, 'sha256'>[]): string {
  return createHash('sha256')
    .update(amendments.map(({ sha256 }) => sha256).join('\n'))
    .digest('hex');
}
