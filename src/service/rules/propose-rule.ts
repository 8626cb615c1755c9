import { createHash, randomBytes } from 'node:crypto';
import { type LearnedRule, loadLearnedRule, type Ruleset, RulesetError } from '../../index.ts';
import type { Person } from '../review/person.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { type ActingOnRules, inRules } from './in-rules.ts';
import { logRule } from './log-rule.ts';
import { readRule } from './read-rule.ts';
import { RuleError } from './rule-error.ts';
import type { StoredRule } from './stored-rule.ts';
import { writeExamples } from './write-examples.ts';

/** What workers hold for a tenant, and what a person can know, is bounded. */
const MOST_LIVE = 200;

/** A rule to be learned; its version is given by the store. */
export interface NewRule {
  readonly rule: Omit<LearnedRule, 'version'>;
  readonly from: StoredRule['from'];
}

/** Loads a rule as `loadLearnedRule` does. Throws `RuleError` with `bad_rule` and the reason. */
export function checkRule(rule: unknown, ruleset: Ruleset, proof: 'whole' | 'begun' | 'checked'): void {
  try {
    loadLearnedRule(rule, ruleset, proof);
  } catch (error) {
    throw error instanceof RulesetError ? new RuleError('bad_rule', error.message) : error;
  }
}

/** The stored form of a rule without its examples, and the hash of it with them. */
export function writeContent(rule: LearnedRule): { readonly content: string; readonly sha256: string } {
  const { examples: _, ...rest } = rule;
  return { content: JSON.stringify(rest), sha256: createHash('sha256').update(JSON.stringify(rule)).digest('hex') };
}

interface NameRow {
  readonly live: number;
  readonly is_live: boolean | null;
  readonly version: number | null;
}

async function nextVersion(session: SqlSession, tenant: string, name: string): Promise<number> {
  const { rows } = await session.query<NameRow>(
    `SELECT (count(*) FILTER (WHERE state <> 'retired'))::integer AS live,
            bool_or(state <> 'retired') FILTER (WHERE name = $2) AS is_live, max(version) FILTER (WHERE name = $2) AS version
       FROM copydesk.learned_rules WHERE tenant = $1`,
    [tenant, name],
  );
  const { live = 0, is_live: isLive = null, version = null } = rows[0] ?? {};
  if (isLive) throw new RuleError('rule_exists', `a live rule has the name ${name}`);
  if (live >= MOST_LIVE) throw new RuleError('too_many_rules', `the tenant has ${MOST_LIVE} live rules already`);
  return (version ?? 0) + 1;
}

const INSERT = `INSERT INTO copydesk.learned_rules
    (id, tenant, name, version, state, content, sha256, article_id, revision, start_at, end_at, proposed_by, created_at, changed_at)
  VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8, $9, $10, $11, $12, $12)`;

/** Stores a rule that loads as proposed. Throws `RuleError` with `bad_rule`, `rule_exists` or `too_many_rules`. */
export async function proposeRule(
  { pool, log }: ReviewDesk,
  person: Person,
  tenant: string,
  { rule, from }: NewRule,
  ruleset: Ruleset,
): Promise<StoredRule> {
  checkRule({ ...rule, version: 1 }, ruleset, 'begun');
  const id = `rul_${randomBytes(12).toString('hex')}`;
  const act = async ({ session, now, append, isPurged }: ActingOnRules): Promise<StoredRule> => {
    if (isPurged) throw new RuleError('bad_rule', 'the content of the article is gone');
    const version = await nextVersion(session, tenant, rule.name);
    const { content, sha256 } = writeContent({ ...rule, version });
    await session.query(INSERT, [
      ...[id, tenant, rule.name, version, content, sha256],
      ...[from.articleId, from.revision, from.start, from.end, person.id, now],
    ]);
    await writeExamples(session, { rule: id, tenant, examples: rule.examples }, from);
    await append(id, { name: 'rule.proposed', data: { by: person.id, sha256 } });
    return readRule(session, tenant, id);
  };
  const stored = await inRules(pool, tenant, act, from);
  logRule(log, person, stored, 'rule.proposed');
  return stored;
}

/** A name that no live rule has, made of a wanted one. */
export async function findFreeName(session: SqlSession, tenant: string, wanted: string): Promise<string> {
  const { rows } = await session.query<{ name: string }>(
    "SELECT name FROM copydesk.learned_rules WHERE tenant = $1 AND state <> 'retired'",
    [tenant],
  );
  const taken = new Set(rows.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
