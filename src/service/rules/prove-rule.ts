import type { LearnedRule, Ruleset } from '../../index.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { type ActingOnRules, inRules } from './in-rules.ts';
import { checkRule, writeContent } from './propose-rule.ts';
import { readRule } from './read-rule.ts';
import { RuleError } from './rule-error.ts';
import type { StoredRule } from './stored-rule.ts';
import { type ExampleOrigin, writeExamples } from './write-examples.ts';

/** Other examples for a rule, made from those it has; new ones come from an article, or, by default, with that of the rule. */
export interface Proof {
  readonly change: (known: LearnedRule['examples']) => LearnedRule['examples'];
  readonly origin?: ExampleOrigin;
}

/**
 * Gives a proposed rule other examples. Once it is in shadow it stays as it is. Throws `RuleError` with `unknown_rule`, `rule_state` or
 * `bad_rule`.
 */
export async function proveRule(
  pool: SqlPool,
  tenant: string,
  id: string,
  { change, origin }: Proof,
  ruleset: Ruleset,
): Promise<StoredRule> {
  const about = origin ?? (await readRule(pool, tenant, id)).from;
  const act = async ({ session, isPurged }: ActingOnRules): Promise<StoredRule> => {
    const { state, rule: known } = await readRule(session, tenant, id);
    if (state !== 'proposed') throw new RuleError('rule_state', 'only the examples of a proposed rule can be changed');
    if (isPurged && origin) throw new RuleError('bad_rule', 'the content of the article is gone');
    const rule = { ...known, examples: change(known.examples) };
    checkRule(rule, ruleset, 'begun');
    const { content, sha256 } = writeContent(rule);
    await session.query('UPDATE copydesk.learned_rules SET content = $2, sha256 = $3 WHERE id = $1', [id, content, sha256]);
    await writeExamples(session, { rule: id, tenant, examples: rule.examples }, isPurged ? undefined : about);
    return readRule(session, tenant, id);
  };
  return inRules(pool, tenant, act, about);
}
