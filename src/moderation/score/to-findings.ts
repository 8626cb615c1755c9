import type { Detection, Finding } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { allotPoints } from './allot-points.ts';

const key = (span: Span): string => `${span.start}:${span.end}`;

function relatedIds(detection: Detection, idsBySpan: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (detection.relatedSpans ?? []).flatMap((span) => idsBySpan.get(key(span)) ?? []);
}

function indexIds(detections: readonly Detection[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const [index, detection] of detections.entries()) {
    const known = ids.get(key(detection));
    if (known) known.push(`f${index + 1}`);
    else ids.set(key(detection), [`f${index + 1}`]);
  }
  return ids;
}

function compare(a: Detection, b: Detection): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function toFinding(detection: Detection, id: string, related: readonly string[], hundredths: number): Finding {
  const { kind, rule, start, end, confidence, action, message, relatedSpans } = detection;
  const spans = relatedSpans?.flatMap((span) => [span.start, span.end]) ?? [];
  const evidence = spans.length > 0 ? { ...detection.evidence, related_spans: spans } : detection.evidence;
  return { id, kind, rule, start, end, confidence, action, message, evidence, points: hundredths / 100, related };
}

/** Detections in the order of the original, with ids `f1`, `f2`, ... and the points each takes from the score. */
export function toFindings(detections: readonly Detection[], ruleset: Ruleset): readonly Finding[] {
  const sorted = [...detections].sort(compare);
  const ids = indexIds(sorted);
  const points = allotPoints(sorted, ruleset);
  return sorted.map((detection, index) => {
    const id = `f${index + 1}`;
    const related = relatedIds(detection, ids).filter((other) => other !== id);
    return toFinding(detection, id, related, points[index] ?? 0);
  });
}
