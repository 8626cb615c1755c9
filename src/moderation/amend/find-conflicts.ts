import type {
  AddTopic,
  Amendment,
  ReclassifyAmendment,
  RejectTopic,
  RemoveAmendment,
  ReplaceAmendment,
} from '../model/amendment.ts';

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

/** Amendments of one group of which not all say the same. */
function findContrary<A extends Amendment>(
  amendments: readonly A[],
  keyOf: (one: A) => string,
  say: (one: A) => string,
): readonly A[] {
  const groups = [...Map.groupBy(amendments, keyOf).values()];
  return groups.filter((group) => new Set(group.map(say)).size > 1).flat();
}

/** Amendments of which none can be carried out without another being ignored; neither counts, so their order says nothing. */
export function findConflicts(
  changes: readonly Change[],
  reclassified: readonly ReclassifyAmendment[],
  ofTopics: readonly (RejectTopic | AddTopic)[],
): readonly Amendment[] {
  return [
    ...findOverlaps(changes),
    ...findContrary(reclassified, keyOfFinding, ({ to }) => to),
    ...findContrary(
      ofTopics,
      ({ code }) => code,
      ({ kind }) => kind,
    ),
  ];
}
