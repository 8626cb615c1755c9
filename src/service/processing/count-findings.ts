import type { Finding, FindingKind } from '../../moderation/model/finding.ts';
import { EDITOR_KINDS } from '../../moderation/model/finding.ts';

/** A line names no more of them. */
const MOST_RULES = 50;

type KindCounts = Readonly<Partial<Record<FindingKind, number>>>;
type RuleCounts = Readonly<Record<string, number>>;

/** Findings as a line of the log counts them. */
export interface FindingCounts {
  readonly removed: number;
  readonly kinds: KindCounts;
  readonly rules: RuleCounts;
  readonly removed_kinds: KindCounts;
  readonly removed_rules: RuleCounts;
}

const isMachine = (kind: Finding['kind']): kind is FindingKind => !EDITOR_KINDS.some((editor) => editor === kind);

function countBy<Name extends string>(names: readonly Name[]): readonly (readonly [Name, number])[] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

const countKinds = (findings: readonly Finding[]): KindCounts =>
  // Object.fromEntries gives every key the type of all.
  Object.fromEntries(countBy(findings.map(({ kind }) => kind).filter(isMachine))) as KindCounts;

const countRules = (findings: readonly Finding[]): RuleCounts =>
  Object.fromEntries(countBy(findings.map(({ rule }) => rule)).slice(0, MOST_RULES));

/** Counts what the machine found, by kind and by rule; of the rules, those with the most findings. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const removed = findings.filter(({ action }) => action === 'removed');
  return {
    removed: removed.length,
    kinds: countKinds(findings),
    rules: countRules(findings),
    removed_kinds: countKinds(removed),
    removed_rules: countRules(removed),
  };
}
