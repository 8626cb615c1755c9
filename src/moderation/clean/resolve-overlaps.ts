import type { Document } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { lowerBound } from '../text/lower-bound.ts';

/** More of an article than this share of its words is never taken out: then it is its subject, and a person decides. */
const MAX_REMOVED_SHARE = 0.5;

function changesText(detection: Detection): boolean {
  return detection.action !== 'flagged';
}

/** Longer spans first, then the surer, then by name: a total order, so that the order of rules changes nothing. */
function compare(a: Detection, b: Detection): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    b.confidence - a.confidence ||
    a.start - b.start ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}

/** Repairs of several places give way place by place, after everything that takes its span as a whole. */
const isRepairOfPlaces = (detection: Detection): boolean => detection.edits !== undefined;

/**
 * Keeps what does not overlap anything kept before. Candidates come longest first, so one that overlaps a kept span has
 * its first or last character inside it: two look-ups each. Of a repair of several places those that are free remain.
 */
function keepDisjoint(length: number, candidates: readonly Detection[]): readonly Detection[] {
  const covered = new Uint8Array(length);
  const take = ({ start, end }: Span): boolean => {
    if (end <= start || covered[start] === 1 || covered[end - 1] === 1) return false;
    covered.fill(1, start, end);
    return true;
  };
  const whole = candidates.filter((detection) => !isRepairOfPlaces(detection) && take(detection));
  const inPlaces = candidates
    .filter(isRepairOfPlaces)
    .map((detection) => ({ ...detection, edits: detection.edits?.filter(take) ?? [] }));
  return [...whole, ...inPlaces.filter(({ edits }) => edits.length > 0)];
}

/** The one copy of the title is never taken out; it may be repaired. */
function sparesTitle(document: Document): (detection: Detection) => boolean {
  const title = document.blocks.find((block) => block.role === 'title');
  return ({ action, start, end }) => action === 'repaired' || !title || start > title.start || end < title.end;
}

/** Code is what it is: whatever it says, nothing in it is a fault of the article. */
function sparesCode({ blocks }: Document): (detection: Detection) => boolean {
  const code = blocks.filter(({ role }) => role === 'code');
  const ends = Float64Array.from(code, ({ end }) => end);
  return ({ start, end }) => {
    const next = code[lowerBound(ends, ends.length, start + 1)];
    return !next || next.start >= end;
  };
}

/** Where no title is known, the first line may be one, whatever it says: a label or slug there is for a person to judge. */
function flagsFirstLine(document: Document): (detection: Detection) => Detection {
  const first = document.blocks[0];
  const isKnown = document.metadata.title !== undefined || first === undefined;
  return (detection) => {
    if (isKnown || detection.action !== 'removed' || detection.start > first.start || detection.end < first.end) return detection;
    return detection.kind === 'boilerplate' || detection.kind === 'slug_line' ? { ...detection, action: 'flagged' } : detection;
  };
}

function wordsIn(document: Document, spans: readonly Span[]): number {
  let words = 0;
  let row = 0;
  for (const span of spans) {
    while (row < document.tokens.count && (document.tokens.starts[row] ?? 0) < span.start) row++;
    while (row < document.tokens.count && (document.tokens.starts[row] ?? 0) < span.end) {
      words++;
      row++;
    }
  }
  return words;
}

/** Copies may always go, the words stay; anything else beyond the limit is flagged instead. */
function limitRemoval(document: Document, chosen: readonly Detection[]): readonly Detection[] {
  const copies = new Set(['duplicate', 'title_repeat', 'slug_line']);
  const unique = chosen
    .filter((detection) => detection.action === 'removed' && !copies.has(detection.kind))
    .sort((a, b) => a.start - b.start);
  if (wordsIn(document, unique) <= document.tokens.count * MAX_REMOVED_SHARE) return chosen;
  const kept = new Set(unique);
  return chosen.map((detection) =>
    kept.has(detection) ? { ...detection, action: 'flagged' as const, isHeldBack: true as const } : detection,
  );
}

/**
 * One primary cause for each place: of the detections that change the text, overlapping ones give way to the longest,
 * then the surest. Flags always stay, except on text that goes. Sorted by position.
 */
export function resolveOverlaps(document: Document, reported: readonly Detection[]): readonly Detection[] {
  const detections = reported.map(flagsFirstLine(document));
  const spares = [sparesTitle(document), sparesCode(document)];
  const candidates = detections
    .filter(changesText)
    .filter((detection) => spares.every((test) => test(detection)))
    .sort(compare);
  const changes = limitRemoval(document, keepDisjoint(document.text.length, candidates));
  const flags = detections.filter((detection) => !changesText(detection));
  return [...changes, ...flags].sort((a, b) => a.start - b.start || compare(a, b));
}
