import { wilson } from '../wilson.ts';
import { compareShares } from './compare-shares.ts';
import { judgeTogether } from './judge-together.ts';
import { PRECISION_LIMITS } from './precision-limits.ts';
import type {
  Drift,
  Group,
  Judged,
  JudgedGroup,
  Listed,
  PrecisionReport,
  Proposal,
  TrackedGroup,
  VerdictCounts,
  WindowCounts,
} from './precision-report.ts';
import { trendOfShares } from './trend-of-shares.ts';

/** What was counted of a group in one window; of a rule `source` is null, of a source `rule`, and of all both. */
export interface CountedWindow extends Group, VerdictCounts {
  /** 0 for the last window. */
  readonly age: number;
}

/** What was counted of a tenant. */
export interface Counted {
  /** Each group has at most one of each age. */
  readonly counts: readonly CountedWindow[];
  /** How many groups there are, of which some may not be in `counts`. */
  readonly groups: { readonly rules: number; readonly sources: number; readonly pairs: number };
}

/** The judgements of a report. */
export type Judgement = Omit<PrecisionReport, 'tenant' | 'from' | 'until' | 'windowDays' | 'windows' | 'isCut' | 'patterns'>;

const NOTHING: VerdictCounts = { removed: 0, kept: 0, restored: 0, decisions: 0, restoredIn: 0 };

function add(one: VerdictCounts, other: VerdictCounts): VerdictCounts {
  return {
    removed: one.removed + other.removed,
    kept: one.kept + other.kept,
    restored: one.restored + other.restored,
    decisions: one.decisions + other.decisions,
    restoredIn: one.restoredIn + other.restoredIn,
  };
}

function judge(counts: readonly VerdictCounts[]): Judged {
  const sum = counts.reduce(add, NOTHING);
  const { decisions, restoredIn } = sum;
  return { ...sum, rate: decisions === 0 ? null : restoredIn / decisions, ...wilson(restoredIn, decisions) };
}

/** Those with the most that was restored first, so that who reads on finds less and less. */
function byRestored(a: JudgedGroup, b: JudgedGroup): number {
  const nameOf = ({ rule, source }: Group) => JSON.stringify([rule, source]);
  return b.restoredIn - a.restoredIn || b.decisions - a.decisions || (nameOf(a) < nameOf(b) ? -1 : 1);
}

/** Whether a rule, by its name, finds something now. */
export type IsActive = (rule: string) => boolean;

interface Windowed extends JudgedGroup {
  readonly windows: readonly WindowCounts[];
}

function toWindows(counts: readonly CountedWindow[], count: number): readonly WindowCounts[] {
  const byAge = new Map(counts.map((one) => [one.age, one]));
  return Array.from({ length: count }, (_, index) => {
    const { decisions, restoredIn } = byAge.get(count - 1 - index) ?? NOTHING;
    return { decisions, restoredIn };
  });
}

function toGroups(counts: readonly CountedWindow[], windows: number, isActive: IsActive): readonly Windowed[] {
  const groups = Map.groupBy(counts, ({ rule, source }) => JSON.stringify([rule, source]));
  const judged = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { rule, source } = first;
    return [
      { rule, source, isActive: rule === null ? null : isActive(rule), ...judge(group), windows: toWindows(group, windows) },
    ];
  });
  return judged.sort(byRestored);
}

const toShare = ({ restoredIn: hits, decisions: count }: WindowCounts) => ({ hits, count });

/** The last two windows with the p-value of their difference; undefined when they cannot be compared. */
function compare({ windows, isActive }: Windowed): Pick<Drift, 'before' | 'last' | 'p'> | undefined {
  if (isActive === false) return undefined;
  const [before, last] = windows.slice(-2);
  if (!before || !last || Math.min(before.decisions, last.decisions) < PRECISION_LIMITS.compared) return undefined;
  const p = compareShares(toShare(before), toShare(last));
  return p === undefined ? undefined : { before, last, p };
}

function findTrend({ windows, isActive }: Windowed): number | undefined {
  return isActive === false ? undefined : trendOfShares(windows.map(toShare));
}

/** All tests are one family: whoever reads the report reads all. */
function track(groups: readonly Windowed[]): readonly TrackedGroup[] {
  const compared = groups.map((group) => ({ group, step: compare(group), trend: findTrend(group) }));
  const judgeOne = judgeTogether(compared.flatMap(({ step, trend }) => [step?.p, trend]));
  return compared.map(({ group, step, trend }) => {
    const tested = { drift: judgeOne(step?.p), trend: judgeOne(trend) };
    return { ...group, trend: tested.trend, drift: step && tested.drift ? { ...step, ...tested.drift } : null };
  });
}

type Threshold = 'retire' | 'narrow';

/** What finds nothing any more needs no proposal. */
const reaches = ({ decisions, low, isActive }: JudgedGroup, what: Threshold): boolean =>
  isActive === true && decisions >= PRECISION_LIMITS.decisions && low >= PRECISION_LIMITS[what];

function toProposal(group: Windowed, what: Threshold, threshold: Threshold): readonly Proposal[] {
  const { rule, windows: _, isActive: __, ...judged } = group;
  return rule === null ? [] : [{ what, ...judged, rule, threshold: PRECISION_LIMITS[threshold] }];
}

/** A rule that is to be retired is not told once more of each source. */
function propose(rules: readonly Windowed[], pairs: readonly Windowed[]): readonly Proposal[] {
  const retired = rules.filter((rule) => reaches(rule, 'retire'));
  const gone = new Set(retired.map(({ rule }) => rule));
  const others = rules.filter((rule) => !gone.has(rule.rule) && reaches(rule, 'narrow'));
  const onSources = pairs.filter((pair) => !gone.has(pair.rule) && reaches(pair, 'retire'));
  return [
    ...retired.flatMap((rule) => toProposal(rule, 'retire', 'retire')),
    ...onSources.flatMap((pair) => toProposal(pair, 'narrow', 'retire')),
    ...others.flatMap((rule) => toProposal(rule, 'narrow', 'narrow')),
  ];
}

function list<Entry>(entries: readonly Entry[], top: number, total: number = entries.length): Listed<Entry> {
  const first = entries.slice(0, top);
  return { entries: first, more: Math.max(total, entries.length) - first.length };
}

const isChanged = ({ drift, trend }: TrackedGroup): boolean => drift?.isChange === true || trend?.isChange === true;
const leastOf = ({ drift, trend }: TrackedGroup): number => Math.min(drift?.p ?? 1, trend?.p ?? 1);

/**
 * Judges rules and sources by what people's decisions say. The case is a decision, not a span: who brings one span of a rule back in an article
 * brings its others back too, and an interval that took them for independent would be too narrow. `top` cuts what is listed, not what is judged or
 * compared. The order of `counts` does not matter.
 */
export function judgePrecision({ counts, groups }: Counted, windows: number, top: number, isActive: IsActive): Judgement {
  const rulesOf = counts.filter(({ rule, source }) => rule !== null && source === null);
  const sourcesOf = counts.filter(({ rule, source }) => rule === null && source !== null);
  const pairs = toGroups(
    counts.filter(({ rule, source }) => rule !== null && source !== null),
    windows,
    isActive,
  );
  const windowed = toGroups(rulesOf, windows, isActive);
  const tracked = track([...windowed, ...toGroups(sourcesOf, windows, isActive)]);
  const [rules, sources] = [tracked.filter(({ rule }) => rule !== null), tracked.filter(({ rule }) => rule === null)];
  const changes = tracked.filter(isChanged).sort((a, b) => leastOf(a) - leastOf(b) || byRestored(a, b));
  const plain = pairs.map(({ windows: _, ...pair }): JudgedGroup => pair);
  return {
    all: judge(counts.filter(({ rule, source }) => rule === null && source === null)),
    compared: tracked.filter(({ drift, trend }) => drift !== null || trend !== null).length,
    proposals: list(propose(windowed, pairs), top),
    changes: list(changes, top),
    rules: list(rules, top, groups.rules),
    sources: list(sources, top, groups.sources),
    pairs: list(plain, top, groups.pairs),
  };
}
