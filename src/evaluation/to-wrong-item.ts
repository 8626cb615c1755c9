import type { Finding } from '../moderation/model/finding.ts';
import type { WrongItem } from './evaluation.ts';

/** A wrong item with the finding that caused it, if one did. */
export function toWrongItem(item: Omit<WrongItem, 'rule' | 'evidence'>, cause: Finding | undefined): WrongItem {
  return { ...item, rule: cause?.rule ?? null, evidence: cause === undefined ? '' : JSON.stringify(cause.evidence) };
}
