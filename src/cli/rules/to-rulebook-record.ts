import type { BookRule, Rulebook } from '../../index.ts';
import { priceRule } from './price-rule.ts';

function toRuleRecord({ rule, file, line }: BookRule, { ruleset }: Rulebook): object {
  const { id, kind, action, message, confidence, scope, anchor, minWords, maxWords, zones, phrases, examples } = rule;
  const { points, from } = priceRule(rule, ruleset);
  const where = { scope, anchor, minWords, maxWords, zones };
  return { id, kind, action, message, points, pointsFrom: from, confidence, ...where, file, line, phrases, examples };
}

/** A rulebook as it stands in JSON output. */
export function toRulebookRecord(book: Rulebook): object {
  const { ruleset, rules, detectorRules, thresholds, lists, kinds, groups, signals } = book;
  return {
    ruleset: ruleset.version,
    rules: rules.map((entry) => toRuleRecord(entry, book)),
    detectorRules: detectorRules.map((entry) => ({ ...entry, points: priceRule(entry, ruleset).points })),
    thresholds,
    lists,
    kinds,
    groups,
    signals,
    verdict: {
      reviewBelow: ruleset.verdict.reviewBelow / 100,
      rejectBelow: ruleset.verdict.rejectBelow / 100,
      alwaysReview: ruleset.verdict.alwaysReview,
    },
  };
}
