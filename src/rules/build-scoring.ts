import { FINDING_KINDS, type FindingKind } from '../moderation/model/finding.ts';
import type { KindScore, PhraseRule, Ruleset, ScoreGroup, VerdictLimits } from '../moderation/model/ruleset.ts';
import { checkNames, type Declared, type NameFaults, refuseDuplicates, toRecord } from './declared.ts';
import { listFinders } from './list-finders.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import { RulesetError } from './ruleset-error.ts';
import { toHundredths } from './to-hundredths.ts';

type Scoring = Pick<Ruleset, 'kindScores' | 'rulePoints' | 'scoreGroups' | 'verdict'>;

const FULL_HUNDREDTHS = 10_000;

const RULE_FAULTS: NameFaults = {
  unknown: 'no detector states points of its own for the rule',
  missing: 'the points of the rule',
  file: 'scoring.yaml',
};

function declareKinds(files: readonly LocatedRuleFile[]): readonly Declared<KindScore>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.kinds ?? []).map(({ kind, points, cap }, index) => ({
      name: kind,
      value: { hundredths: toHundredths(points), cap: toHundredths(cap) },
      file,
      line: lineOf(['kinds', index, 'kind']),
    })),
  );
}

function declareGroups(files: readonly LocatedRuleFile[]): readonly Declared<ScoreGroup>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.groups ?? []).map(({ group, cap, kinds }, index) => ({
      name: group,
      value: { name: group, cap: toHundredths(cap), kinds: [...kinds].sort() },
      file,
      line: lineOf(['groups', index, 'group']),
    })),
  );
}

function declareRulePoints(files: readonly LocatedRuleFile[]): readonly Declared<number>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.rulePoints ?? []).map(({ rule, points }, index) => ({
      name: rule,
      value: toHundredths(points),
      file,
      line: lineOf(['rulePoints', index, 'rule']),
    })),
  );
}

function findVerdict(files: readonly LocatedRuleFile[]): VerdictLimits {
  const holders = files.filter((file) => file.content.verdict);
  const verdict = holders[0]?.content.verdict;
  if (!verdict) throw new RulesetError('verdict.yaml', 1, 'no file states the verdict limits');
  const second = holders[1];
  if (second) throw new RulesetError(second.file, second.lineOf(['verdict']), `verdict stands already in ${holders[0]?.file}`);
  const { reviewBelow, rejectBelow, alwaysReview } = verdict;
  return { reviewBelow: toHundredths(reviewBelow), rejectBelow: toHundredths(rejectBelow), alwaysReview };
}

function completeKinds(declared: readonly Declared<KindScore>[]): Readonly<Record<FindingKind, KindScore>> {
  const missing = FINDING_KINDS.find((kind) => !declared.some((entry) => entry.name === kind));
  if (missing) throw new RulesetError('scoring.yaml', 1, `no points are stated for the kind "${missing}"`);
  return toRecord(declared) as Readonly<Record<FindingKind, KindScore>>;
}

/** Every kind in exactly one group, and no more than the 100 points there are in all groups: so a score is always the sum. */
function checkGroups(groups: readonly Declared<ScoreGroup>[]): void {
  const holders = new Map<FindingKind, string>();
  let sum = 0;
  for (const { value, file, line } of groups) {
    for (const kind of value.kinds) {
      const other = holders.get(kind);
      if (other !== undefined) throw new RulesetError(file, line, `the kind "${kind}" stands already in the group "${other}"`);
      holders.set(kind, value.name);
    }
    sum += value.cap;
    if (sum > FULL_HUNDREDTHS) throw new RulesetError(file, line, 'the caps of all groups add up to more than 100');
  }
  const missing = FINDING_KINDS.find((kind) => !holders.has(kind));
  if (missing) throw new RulesetError('scoring.yaml', 1, `no group holds the kind "${missing}"`);
}

/** Points of phrase rules and of detectors' rules, by `family.name`. */
function collectRulePoints(
  stated: readonly Declared<number>[],
  rules: readonly Declared<PhraseRule>[],
): Readonly<Record<string, number>> {
  const own = rules.flatMap(({ value, ...place }) =>
    value.hundredths === undefined ? [] : [{ ...place, value: value.hundredths }],
  );
  const all = [...stated, ...own];
  refuseDuplicates('the points of the rule', all);
  return toRecord(all);
}

/** What findings cost: points, caps and limits of all files, checked for gaps and for names that nothing knows. */
export function buildScoring(files: readonly LocatedRuleFile[], rules: readonly Declared<PhraseRule>[]): Scoring {
  const kinds = declareKinds(files);
  const groups = declareGroups(files);
  const rulePoints = declareRulePoints(files);
  refuseDuplicates('the kind', kinds);
  refuseDuplicates('the group', groups);
  checkNames(rulePoints, new Set(listFinders().flatMap((finder) => finder.ownPoints ?? [])), RULE_FAULTS);
  checkGroups(groups);
  return {
    kindScores: completeKinds(kinds),
    rulePoints: collectRulePoints(rulePoints, rules),
    scoreGroups: Object.values(toRecord(groups)),
    verdict: findVerdict(files),
  };
}
