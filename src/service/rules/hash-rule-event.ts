import { createHash } from 'node:crypto';
import { canonicalJson } from '../store/canonical-json.ts';

/** An event with its place in the log of its tenant, which counts from 1. */
export interface NumberedRuleEvent {
  /** A `RuleEvent`, or what somebody says that it is one. */
  readonly event: { readonly name: string; readonly data: object };
  readonly rule: string;
  readonly number: number;
  readonly time: Date;
}

/** The link of a tenant's chain that an event makes: SHA-256, as hexadecimal digits, of the link before it, empty before the first, and of all it says. */
export function hashRuleEvent(previous: string, tenant: string, { event, rule, number, time }: NumberedRuleEvent): string {
  const content = canonicalJson([previous, tenant, rule, number, event.name, time.toISOString(), event.data]);
  return createHash('sha256').update(content).digest('hex');
}
