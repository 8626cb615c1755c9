import { actionOf, nameRule } from '../../../../index.ts';
import type { NamedPerson } from '../../../people/read-persons.ts';
import { hasRole, type Person } from '../../../review/person.ts';
import type { Backtest } from '../../../rules/backtest-report.ts';
import { mayMove } from '../../../rules/move-rule.ts';
import type { ShadowCount } from '../../../rules/read-hits.ts';
import { stepRule } from '../../../rules/step-rule.ts';
import type { StoredRule } from '../../../rules/stored-rule.ts';
import type { RuleShape } from '../shapes/rule-shape.ts';

/** What is known of a rule beside itself. */
export interface KnownOfRule {
  readonly backtest: Backtest | undefined;
  readonly shadow: ShadowCount | undefined;
}

function listRuleActions(stored: StoredRule, person: Person): RuleShape['actions'] {
  const { state } = stored;
  const isModerator = hasRole(person, 'moderator');
  const canMove = (move: 'rule.shadowed' | 'rule.activated' | 'rule.retired') =>
    stepRule(state, move) !== undefined && mayMove(person, stored, move);
  const actions: RuleShape['actions'] = [];
  if (isModerator && state === 'proposed') actions.push('prove');
  if (isModerator && state !== 'retired') actions.push('backtest');
  if (canMove('rule.shadowed') && stored.isProven) actions.push('shadow');
  if (canMove('rule.activated')) actions.push('activate');
  if (canMove('rule.retired')) actions.push('retire');
  return actions;
}

function describeBacktest(backtest: Backtest | undefined): RuleShape['backtest'] {
  if (!backtest) return null;
  const { state, startedAt, report } = backtest;
  const { places: _, near: __, ...counts } = report;
  return { state, startedAt: startedAt.toISOString(), ...counts, places: [], near: [] };
}

/** A rule as lists show it. */
export function describeRule(
  stored: StoredRule,
  { backtest, shadow }: KnownOfRule,
  person: Person,
  nameOf: (id: string) => NamedPerson,
): RuleShape {
  const { id, state, from, rule } = stored;
  const { name, version, kind, form, text, scope, anchor, maxWords, message, examples } = rule;
  return {
    ...{ id, rule: nameRule(rule), name, version, state, kind, action: actionOf(kind) },
    ...{ form, text, scope, anchor, maxWords, message, match: examples.match, allow: examples.allow },
    isProven: stored.isProven,
    from: { id: from.articleId, revision: from.revision, start: from.start, end: from.end },
    by: nameOf(stored.by),
    ...{ createdAt: stored.createdAt.toISOString(), changedAt: stored.changedAt.toISOString() },
    ...{ backtest: describeBacktest(backtest), shadow: shadow ?? null, live: null },
    actions: listRuleActions(stored, person),
  };
}
