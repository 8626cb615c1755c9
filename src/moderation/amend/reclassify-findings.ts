import type { ReclassifyAmendment } from '../model/amendment.ts';
import type { Amended, Detection } from '../model/finding.ts';
import { keyOfFinding } from './find-conflicts.ts';

/** What an editor did himself is none of the machine's judgements. */
const isEditors = ({ amended }: Detection): boolean => amended !== undefined && amended.was === undefined;

function toAmended({ kind, action, amended }: Detection, by: readonly string[], as: Amended['as']): Amended {
  return { by: [...new Set([...(amended?.by ?? []), ...by])], as, was: amended?.was ?? { kind, action } };
}

/** Findings as people name them. `reclassified` goes by `keyOfFinding`. */
export function reclassifyFindings(
  detections: readonly Detection[],
  reclassified: ReadonlyMap<string, readonly ReclassifyAmendment[]>,
): readonly Detection[] {
  if (reclassified.size === 0) return detections;
  return detections.map((detection) => {
    const named = reclassified.get(keyOfFinding(detection));
    const to = named?.[0]?.to;
    if (!named || to === undefined || isEditors(detection)) return detection;
    const by = named.map(({ id }) => id);
    if (to === 'fine') return { ...detection, amended: toAmended(detection, by, 'fine') };
    return { ...detection, kind: to, amended: toAmended(detection, by, detection.amended?.as ?? 'reclassified') };
  });
}
