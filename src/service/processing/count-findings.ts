import type { Finding, FindingKind } from '../../moderation/model/finding.ts';
import { EDITOR_KINDS } from '../../moderation/model/finding.ts';

/** A line names no more of them. */
const MOST_RULES = 50;

/** Findings as a line of the log counts them. */
export interface FindingCounts {
  readonly removed: number;
  readonly kinds: Readonly<Partial<Record<FindingKind, number>>>;
  readonly rules: Readonly<Record<string, number>>;
}

const isMachine = (kind: Finding['kind']): kind is FindingKind => !EDITOR_KINDS.some((editor) => editor === kind);

function countBy<Name extends string>(names: readonly Name[]): readonly (readonly [Name, number])[] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** Counts what the machine found, by kind and by rule; of the rules, those with the most findings. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  return {
    removed: findings.filter(({ action }) => action === 'removed').length,
    // Object.fromEntries gives every key the type of all.
    kinds: Object.fromEntries(countBy(findings.map(({ kind }) => kind).filter(isMachine))) as FindingCounts['kinds'],
    rules: Object.fromEntries(countBy(findings.map(({ rule }) => rule)).slice(0, MOST_RULES)),
  };
}
