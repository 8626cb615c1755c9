import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** What a rule finds again takes the place of what it found before. */
export function addKept(known: readonly Detection[], found: readonly Detection[]): readonly Detection[] {
  if (found.length === 0) return known;
  const byRule = Map.groupBy(found.toSorted(byStart), ({ rule }) => rule);
  const now = new Map([...byRule].map(([rule, detections]) => [rule, new TouchingSpans(detections)]));
  return [...known.filter((detection) => !now.get(detection.rule)?.firstIn(detection)), ...found];
}

/** Whoever keeps a text keeps it with all that there is to say about it. */
export function keepFlags(flags: readonly Detection[], kept: readonly Detection[]): readonly Detection[] {
  if (kept.length === 0) return flags;
  const known = new TouchingSpans(kept.toSorted(byStart));
  return flags.map((flag) => {
    const around = known.firstIn(flag);
    if (!around?.amended || flag.start < around.start || flag.end > around.end) return flag;
    return { ...flag, amended: { by: around.amended.by, as: 'kept', was: { kind: flag.kind, action: flag.action } } };
  });
}
