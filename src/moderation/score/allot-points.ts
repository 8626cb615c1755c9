import type { FindingAction, FindingKind } from '../model/finding.ts';
import type { Ruleset, ScoreGroup } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { findPrimaryCauses } from './find-primary-causes.ts';

/** A detection or a finding: what its points depend on. */
interface Scored extends Span {
  readonly kind: FindingKind;
  readonly rule: string;
  readonly confidence: number;
  readonly action: FindingAction;
}

/** How the points of a finding came about; all points in hundredths. */
export interface Allotment {
  /** The finding that is charged for this text: the index of itself or of another. */
  readonly primary: number;
  /** Points before any cap: none when another finding is the cause. */
  readonly base: number;
  readonly from: 'rule' | 'kind' | 'related';
  /** Taken by earlier findings of the same kind. */
  readonly takenByKind: number;
  readonly group: ScoreGroup;
  /** Taken by earlier findings of the same group. */
  readonly takenByGroup: number;
  readonly points: number;
}

/** Points of a rule by its name; a new version of it still costs the same. */
function ownPoints(rule: string, ruleset: Ruleset): number | undefined {
  return ruleset.rulePoints[rule.slice(0, rule.lastIndexOf('@'))];
}

function groupOf(kind: FindingKind, ruleset: Ruleset): ScoreGroup {
  const group = ruleset.scoreGroups.find((entry) => entry.kinds.includes(kind));
  if (!group) throw new RangeError(`the ruleset has no group for the kind "${kind}"`);
  return group;
}

/**
 * Points of each finding in the order given. A text is charged once, to its primary cause. A kind takes no more than its
 * cap and a group of kinds no more than its own: what lies beyond costs nothing, so findings always add up to the score.
 */
export function allotPoints(items: readonly Scored[], ruleset: Ruleset): readonly Allotment[] {
  const bases = items.map(({ rule, kind }) => ownPoints(rule, ruleset) ?? ruleset.kindScores[kind].hundredths);
  const primaries = findPrimaryCauses(items.map((item, index) => ({ ...item, base: bases[index] ?? 0 })));
  const taken = new Map<string, number>();
  return items.map(({ kind, rule }, index) => {
    const primary = primaries[index] ?? index;
    const group = groupOf(kind, ruleset);
    const takenByKind = taken.get(`kind ${kind}`) ?? 0;
    const takenByGroup = taken.get(`group ${group.name}`) ?? 0;
    const base = primary === index ? (bases[index] ?? 0) : 0;
    const room = Math.min(ruleset.kindScores[kind].cap - takenByKind, group.cap - takenByGroup);
    const points = Math.min(base, Math.max(0, room));
    taken.set(`kind ${kind}`, takenByKind + points);
    taken.set(`group ${group.name}`, takenByGroup + points);
    const own = ownPoints(rule, ruleset) === undefined ? 'kind' : 'rule';
    return { primary, base, from: primary === index ? own : 'related', takenByKind, group, takenByGroup, points };
  });
}
