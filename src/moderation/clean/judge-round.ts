import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

/** A detection that would change the text, as it is to be taken: itself, or a flag. Spans index the original. */
export type Spare = (detection: Detection, places: readonly Span[]) => Detection;

/** What was found in one round, parted by what becomes of it. */
export interface JudgedRound {
  /** What is carried out; spans index the draft. */
  readonly toApply: readonly Detection[];
  /** The same; spans index the original, as those of all below. */
  readonly changes: readonly Detection[];
  /** What people want left as it is, and the places that would have changed. */
  readonly kept: readonly Detection[];
  readonly keptPlaces: readonly Span[];
  readonly flags: readonly Detection[];
}

function mapDetection(detection: Detection, toSource: (span: Span) => Span): Detection {
  const related = detection.relatedSpans?.map(toSource);
  return { ...detection, ...toSource(detection), ...(related === undefined ? {} : { relatedSpans: related }) };
}

/** Parts the detections of a round, resolved and in order; `spare` is asked about each that would change the text. */
export function judgeRound(resolved: readonly Detection[], toSource: (span: Span) => Span, spare: Spare): JudgedRound {
  const toApply: Detection[] = [];
  const changes: Detection[] = [];
  const kept: Detection[] = [];
  const keptPlaces: Span[] = [];
  const flags: Detection[] = [];
  for (const detection of resolved) {
    const mapped = mapDetection(detection, toSource);
    if (mapped.action === 'flagged') {
      flags.push(mapped);
      continue;
    }
    const places = (detection.edits ?? [detection]).map(({ start, end }) => toSource({ start, end }));
    const spared = spare(mapped, places);
    if (spared.action !== 'flagged') {
      toApply.push(detection);
      changes.push(mapped);
    } else if (spared.amended) {
      kept.push(spared);
      for (const place of places) keptPlaces.push(place);
    } else flags.push(spared);
  }
  return { toApply, changes, kept, keptPlaces, flags };
}
