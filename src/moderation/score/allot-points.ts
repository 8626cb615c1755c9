import type { Detection, FindingKind } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';

/**
 * Points of each detection in hundredths, in the order given. A kind takes no more than its cap: when it is reached,
 * the rest of that kind costs nothing, so findings always add up to the component.
 */
export function allotPoints(detections: readonly Detection[], ruleset: Ruleset): readonly number[] {
  const spent = new Map<FindingKind, number>();
  return detections.map((detection) => {
    const { hundredths, cap } = ruleset.kindScores[detection.kind];
    const before = spent.get(detection.kind) ?? 0;
    const taken = Math.min(detection.hundredths ?? hundredths, Math.max(0, cap - before));
    spent.set(detection.kind, before + taken);
    return taken;
  });
}
