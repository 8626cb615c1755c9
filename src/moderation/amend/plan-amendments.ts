import type {
  AddTopic,
  Amendment,
  AmendmentReason,
  ReclassifyAmendment,
  RejectTopic,
  RemoveAmendment,
  ReplaceAmendment,
  RestoreAmendment,
} from '../model/amendment.ts';
import type { Detection } from '../model/finding.ts';
import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';
import { findConflicts, keyOfFinding } from './find-conflicts.ts';
import { findPlaceFault } from './find-place-fault.ts';
import type { SiftedAmendments } from './sift-amendments.ts';
import { toEditorFinding } from './to-editor-finding.ts';

/** Amendments as cleaning and scoring use them; spans index the original. */
export interface AmendmentPlan extends SiftedAmendments {
  /** The detection itself, or a flag when people want its text as it is. */
  readonly spare: (detection: Detection, places: readonly Span[]) => Detection;
  /** What people take out or write, sorted and disjoint. */
  readonly changes: readonly Detection[];
  /** Of each finding, what it is to be; those of one finding agree. */
  readonly reclassified: ReadonlyMap<string, readonly ReclassifyAmendment[]>;
}

/** Sorted by place, then by id. */
function sortByPlace<A extends RestoreAmendment | RemoveAmendment | ReplaceAmendment>(amendments: readonly A[]): readonly A[] {
  return amendments.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

function toSpare(
  restores: readonly RestoreAmendment[],
  reclassified: AmendmentPlan['reclassified'],
): (detection: Detection, places: readonly Span[]) => Detection {
  const restored = new TouchingSpans(sortByPlace(restores));
  return (detection, places) => {
    const restore = places.map((place) => restored.firstIn(place)).find((found) => found !== undefined);
    const fine = reclassified.get(keyOfFinding(detection))?.filter(({ to }) => to === 'fine') ?? [];
    const by = [...(restore ? [restore.id] : []), ...fine.map(({ id }) => id)];
    if (by.length === 0) return detection;
    const { kind, action } = detection;
    return { ...detection, action: 'flagged', amended: { by, as: fine.length > 0 ? 'fine' : 'kept', was: { kind, action } } };
  };
}

/** Places amendments in the text of an article as read; those that have no place there, or contradict each other, are refused. */
export function planAmendments({ sorted, refused: sifted }: SiftedAmendments, reading: Reading): AmendmentPlan {
  const refused = new Map<Amendment, AmendmentReason>(sifted);
  const faultOf = findPlaceFault(reading);
  const restores: RestoreAmendment[] = [];
  const changes: (RemoveAmendment | ReplaceAmendment)[] = [];
  const reclassify: ReclassifyAmendment[] = [];
  const ofTopics: (RejectTopic | AddTopic)[] = [];
  for (const amendment of sorted) {
    if (refused.has(amendment) || amendment.kind === 'reject_entity') continue;
    if (amendment.kind === 'reclassify') reclassify.push(amendment);
    else if (amendment.kind === 'reject_topic' || amendment.kind === 'add_topic') ofTopics.push(amendment);
    else {
      const fault = faultOf(amendment);
      if (fault) refused.set(amendment, fault);
      else if (amendment.kind === 'restore') restores.push(amendment);
      else changes.push(amendment);
    }
  }
  const placed = sortByPlace(changes);
  for (const amendment of findConflicts(placed, reclassify, ofTopics)) refused.set(amendment, 'conflict');
  const agreed = reclassify.filter((amendment) => !refused.has(amendment));
  const reclassified = Map.groupBy(agreed, keyOfFinding);
  return {
    sorted,
    refused,
    spare: toSpare(restores, reclassified),
    changes: placed.filter((amendment) => !refused.has(amendment)).map(toEditorFinding),
    reclassified,
  };
}
