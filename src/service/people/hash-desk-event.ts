import { createHash } from 'node:crypto';
import { canonicalJson } from '../store/canonical-json.ts';

/** An event of a tenant's desk with its place. */
interface NumberedDeskEvent {
  readonly name: string;
  readonly data: object;
  /** Counts the events of the chain from 1. */
  readonly number: number;
  readonly time: Date;
}

/**
 * The link of the chain that an event makes: SHA-256, as hexadecimal digits, of the link before it (empty before the first) and of all that the
 * event says. `tenant` is empty in the chain of what belongs to none.
 */
export function hashDeskEvent(previous: string, tenant: string, { name, data, number, time }: NumberedDeskEvent): string {
  return createHash('sha256')
    .update(canonicalJson([previous, tenant, number, name, time.toISOString(), data]))
    .digest('hex');
}
