import type { Amended, EditorKind, FindingAction, FindingKind } from '../model/finding.ts';
import type { Ruleset, ScoreGroup } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { findPrimaryCauses } from './find-primary-causes.ts';

/** A detection or a finding: what its points depend on. */
interface Scored extends Span {
  readonly kind: FindingKind | EditorKind;
  readonly rule: string;
  readonly confidence: number;
  readonly action: FindingAction;
  readonly amended?: Amended;
}

/** How the points of a finding came about; all points in hundredths. */
export interface Allotment {
  /** The finding that is charged for this text: the index of itself or of another. */
  readonly primary: number;
  /** Points before any cap: none when another finding is the cause, or when a person decided about it. */
  readonly base: number;
  readonly from: 'rule' | 'kind' | 'related' | 'amended';
  /** Taken by earlier findings of the same kind. */
  readonly takenByKind: number;
  readonly group: ScoreGroup;
  /** Taken by earlier findings of the same group. */
  readonly takenByGroup: number;
  readonly points: number;
}

// Points by the ids of rules as they were asked for, a memo of a pure function of an immutable list; it lives as long as the list.
const known = new WeakMap<Ruleset['rulePoints'], Map<string, number | undefined>>();

/** Points of a rule by its name; a new version of it still costs the same. */
function ownPoints(rule: string, { rulePoints }: Ruleset): number | undefined {
  const asked = known.get(rulePoints) ?? new Map<string, number | undefined>();
  if (asked.has(rule)) return asked.get(rule);
  known.set(rulePoints, asked);
  const points = rulePoints[rule.slice(0, rule.lastIndexOf('@'))];
  asked.set(rule, points);
  return points;
}

/** What people do themselves is of no kind that a ruleset knows, and takes nothing. */
const NO_GROUP: ScoreGroup = { name: 'editor', cap: 0, kinds: [] };

const isEditorKind = (kind: FindingKind | EditorKind): kind is EditorKind =>
  kind === 'editor_removal' || kind === 'editor_change';

/** The most that all findings of a kind may take, in hundredths. */
export function capOf(kind: FindingKind | EditorKind, ruleset: Ruleset): number {
  return isEditorKind(kind) ? 0 : ruleset.kindScores[kind].cap;
}

/** Points of a finding by itself, and where they are stated. */
function priceOf({ kind, rule, amended }: Scored, ruleset: Ruleset): Pick<Allotment, 'base' | 'from'> {
  if (isEditorKind(kind) || (amended && amended.as !== 'reclassified')) return { base: 0, from: 'amended' };
  const own = amended ? undefined : ownPoints(rule, ruleset);
  return own === undefined ? { base: ruleset.kindScores[kind].hundredths, from: 'kind' } : { base: own, from: 'rule' };
}

function groupOf(kind: FindingKind | EditorKind, ruleset: Ruleset): ScoreGroup {
  if (isEditorKind(kind)) return NO_GROUP;
  const group = ruleset.scoreGroups.find((entry) => entry.kinds.includes(kind));
  if (!group) throw new RangeError(`the ruleset has no group for the kind "${kind}"`);
  return group;
}

/**
 * Points of each finding in the order given. A text is charged once, to its primary cause. A kind takes no more than its
 * cap and a group of kinds no more than its own: what lies beyond costs nothing, so findings always add up to the score.
 */
export function allotPoints(items: readonly Scored[], ruleset: Ruleset): readonly Allotment[] {
  const prices = items.map((item) => priceOf(item, ruleset));
  const primaries = findPrimaryCauses(items.map((item, index) => ({ ...item, base: prices[index]?.base ?? 0 })));
  const taken = new Map<string, number>();
  return items.map(({ kind }, index) => {
    const primary = primaries[index] ?? index;
    const price = prices[index] ?? { base: 0, from: 'kind' };
    const group = groupOf(kind, ruleset);
    const takenByKind = taken.get(`kind ${kind}`) ?? 0;
    const takenByGroup = taken.get(`group ${group.name}`) ?? 0;
    const base = primary === index ? price.base : 0;
    const room = Math.min(capOf(kind, ruleset) - takenByKind, group.cap - takenByGroup);
    const points = Math.min(base, Math.max(0, room));
    taken.set(`kind ${kind}`, takenByKind + points);
    taken.set(`group ${group.name}`, takenByGroup + points);
    return { primary, base, from: primary === index ? price.from : 'related', takenByKind, group, takenByGroup, points };
  });
}
