import type { Detection, Finding } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { type Allotment, allotPoints } from './allot-points.ts';

/** Indices of the detections that begin at an offset. */
type IndexByStart = ReadonlyMap<number, readonly number[]>;

const idOf = (index: number): string => `f${index + 1}`;

function indexByStart(detections: readonly Detection[]): IndexByStart {
  const byStart = new Map<number, number[]>();
  for (const [index, { start }] of detections.entries()) {
    const known = byStart.get(start);
    if (known) known.push(index);
    else byStart.set(start, [index]);
  }
  return byStart;
}

/** Ids of the other detections that stand exactly on a span this one refers to. */
function relatedIds(at: number, detections: readonly Detection[], byStart: IndexByStart): readonly string[] {
  const spans: readonly Span[] = detections[at]?.relatedSpans ?? [];
  return spans.flatMap(({ start, end }) =>
    (byStart.get(start) ?? []).filter((index) => index !== at && detections[index]?.end === end).map(idOf),
  );
}

function compare(a: Detection, b: Detection): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function toFinding(detection: Detection, id: string, related: readonly string[], hundredths: number): Finding {
  const { kind, rule, start, end, confidence, action, message, relatedSpans, amended } = detection;
  const spans = relatedSpans?.flatMap((span) => [span.start, span.end]) ?? [];
  const evidence = spans.length > 0 ? { ...detection.evidence, related_spans: spans } : detection.evidence;
  const finding = { id, kind, rule, start, end, confidence, action, message, evidence, points: hundredths / 100, related };
  return amended === undefined ? finding : { ...finding, amended };
}

/** Ids of the findings about the same text: the one that is charged for it, or those it is charged for. */
function sameTextIds(allotments: readonly Allotment[]): readonly (readonly string[])[] {
  const ids: string[][] = allotments.map(() => []);
  for (const [index, { primary }] of allotments.entries()) {
    if (primary === index) continue;
    ids[index]?.push(idOf(primary));
    ids[primary]?.push(idOf(index));
  }
  return ids;
}

/** Detections in the order of the original, with ids `f1`, `f2`, ... and the points each takes from the score. */
export function toFindings(detections: readonly Detection[], ruleset: Ruleset): readonly Finding[] {
  const sorted = [...detections].sort(compare);
  const byStart = indexByStart(sorted);
  const allotments = allotPoints(sorted, ruleset);
  const sameText = sameTextIds(allotments);
  return sorted.map((detection, index) => {
    const related = new Set([...relatedIds(index, sorted, byStart), ...(sameText[index] ?? [])]);
    return toFinding(detection, idOf(index), [...related], allotments[index]?.points ?? 0);
  });
}
