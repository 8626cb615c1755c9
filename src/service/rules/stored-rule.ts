import type { LearnedRule } from '../../index.ts';
import type { RuleState } from './step-rule.ts';

/** A learned rule with its place in the store. */
export interface StoredRule {
  readonly id: string;
  readonly tenant: string;
  readonly state: RuleState;
  /** With those of its examples that are not gone with the content of their articles. */
  readonly rule: LearnedRule;
  /** Whether it has a text that it must not match, be it gone. */
  readonly isProven: boolean;
  /** Whether an example is gone: it was checked, and `sha256` is of it too. */
  readonly isPurged: boolean;
  /** Of the rule as JSON text, with all its examples, as hexadecimal digits. */
  readonly sha256: string;
  /** The span that it was learned from; offsets into the original. */
  readonly from: { readonly articleId: string; readonly revision: number; readonly start: number; readonly end: number };
  readonly by: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

interface ExampleRow {
  readonly list: keyof LearnedRule['examples'];
  /** JSON text, `null` where it was not asked for, or empty. */
  readonly content: string;
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
  /** Where it was asked for. */
  readonly examples?: readonly ExampleRow[] | null;
}

/** Columns of `copydesk.learned_rules`, which the statement calls `r`, that make a `StoredRule`. */
export const RULE_COLUMNS = `r.id, r.tenant, r.state, r.content, r.sha256, r.article_id, r.revision, r.start_at, r.end_at, r.proposed_by,
  r.created_at, r.changed_at`;

/** The column with the examples of a rule; without it a `StoredRule` has none. */
export const EXAMPLES_COLUMN = `(SELECT json_agg(json_build_object('list', e.list, 'content', e.content) ORDER BY e.list, e.place)
  FROM copydesk.rule_examples e WHERE e.rule = r.id) AS examples`;

/** The column that only says which examples a rule has, and which are gone. */
export const EXAMPLE_MARKS_COLUMN = `(SELECT json_agg(json_build_object('list', e.list, 'content', CASE e.content WHEN '' THEN '' ELSE 'null' END))
  FROM copydesk.rule_examples e WHERE e.rule = r.id) AS examples`;

const isText = (text: string | null): text is string => text !== null;

export function toStoredRule(row: RuleRow): StoredRule {
  const examples = row.examples ?? [];
  const textsOf = (wanted: ExampleRow['list']) =>
    examples
      .flatMap(({ list, content }) => (list === wanted && content !== '' ? [JSON.parse(content) as string | null] : []))
      .filter(isText);
  return {
    ...{ id: row.id, tenant: row.tenant, state: row.state, sha256: row.sha256, by: row.proposed_by },
    // Written by `proposeRule` from a rule that loads.
    rule: {
      ...(JSON.parse(row.content) as Omit<LearnedRule, 'examples'>),
      examples: { match: textsOf('match'), allow: textsOf('allow') },
    },
    isProven: examples.some(({ list }) => list === 'allow'),
    isPurged: examples.some(({ content }) => content === ''),
    from: { articleId: row.article_id, revision: row.revision, start: row.start_at, end: row.end_at },
    ...{ createdAt: row.created_at, changedAt: row.changed_at },
  };
}
