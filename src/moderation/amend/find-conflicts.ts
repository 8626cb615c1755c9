import type { Amendment, ReclassifyAmendment, RemoveAmendment, ReplaceAmendment } from '../model/amendment.ts';

type Change = RemoveAmendment | ReplaceAmendment;

/** Changes of text that reach into each other. `changes` sorted by start. */
function findOverlaps(changes: readonly Change[]): readonly Change[] {
  const found = new Set<Change>();
  let furthest: Change | undefined;
  for (const change of changes) {
    if (furthest && change.start < furthest.end) found.add(furthest).add(change);
    if (!furthest || change.end > furthest.end) furthest = change;
  }
  return [...found];
}

/** The finding that is meant, as a key. */
export function keyOfFinding({ start, end, rule }: Pick<ReclassifyAmendment, 'start' | 'end' | 'rule'>): string {
  return `${start} ${end} ${rule}`;
}

/** Amendments of which none can be carried out without another being ignored; neither counts, so their order says nothing. */
export function findConflicts(changes: readonly Change[], reclassified: readonly ReclassifyAmendment[]): readonly Amendment[] {
  const byFinding = Map.groupBy(reclassified, keyOfFinding);
  const contrary = [...byFinding.values()].filter((group) => group.some(({ to }) => to !== group[0]?.to));
  return [...findOverlaps(changes), ...contrary.flat()];
}
