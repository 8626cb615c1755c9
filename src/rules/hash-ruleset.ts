import { createHash } from 'node:crypto';
import type { Ruleset } from '../moderation/model/ruleset.ts';

/** The version of a ruleset: SHA-256 of its content, as hexadecimal digits. Equal content in one order of fields has one version. */
export function hashRuleset(content: Omit<Ruleset, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
