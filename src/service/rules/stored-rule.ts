import type { LearnedRule } from '../../index.ts';
import type { RuleState } from './step-rule.ts';

/** A learned rule with its place in the store. */
export interface StoredRule {
  readonly id: string;
  readonly tenant: string;
  readonly state: RuleState;
  readonly rule: LearnedRule;
  /** Of the rule as JSON text, as hexadecimal digits. */
  readonly sha256: string;
  /** The span that it was learned from; offsets into the original. */
  readonly from: { readonly articleId: string; readonly revision: number; readonly start: number; readonly end: number };
  readonly by: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface RuleRow {
  readonly id: string;
  readonly tenant: string;
  readonly state: RuleState;
  readonly content: string;
  readonly sha256: string;
  readonly article_id: string;
  readonly revision: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly proposed_by: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}

/** Columns of `copydesk.learned_rules`, which the statement calls `r`, that make a `StoredRule`. */
export const RULE_COLUMNS = `r.id, r.tenant, r.state, r.content, r.sha256, r.article_id, r.revision, r.start_at, r.end_at, r.proposed_by,
  r.created_at, r.changed_at`;

export function toStoredRule(row: RuleRow): StoredRule {
  return {
    ...{ id: row.id, tenant: row.tenant, state: row.state, sha256: row.sha256, by: row.proposed_by },
    // Written by `proposeRule` from a rule that loads.
    rule: JSON.parse(row.content) as LearnedRule,
    from: { articleId: row.article_id, revision: row.revision, start: row.start_at, end: row.end_at },
    ...{ createdAt: row.created_at, changedAt: row.changed_at },
  };
}
