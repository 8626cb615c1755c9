import type { CorpusMatches } from '../../model/corpus-matches.ts';
import type { Document } from '../../model/document.ts';
import type { Detection } from '../../model/finding.ts';
import { describeRecurrence, findRecurrence } from './find-recurrence.ts';

/** Kinds of which recurrence in other articles of a source is a second sign. */
const KINDS: ReadonlySet<Detection['kind']> = new Set(['spam_insert', 'boilerplate']);
/** Share of the doubt that is left. */
const DOUBT_LEFT = 0.5;

const round = (share: number): number => Math.round(share * 1000) / 1000;

/**
 * Adverts and furniture that stand in several other articles of the same source are the surer for it. What is done about them stays
 * the same.
 */
export function raiseConfidence(
  document: Document,
  detections: readonly Detection[],
  corpus: CorpusMatches,
  minArticles: number,
): readonly Detection[] {
  if (Object.keys(corpus.recurringLines).length === 0) return detections;
  const byStart = new Map(document.blocks.map((block) => [block.start, block]));
  return detections.map((detection) => {
    const block = KINDS.has(detection.kind) ? byStart.get(detection.start) : undefined;
    if (!block || detection.end < block.end || 'articles_with_it' in detection.evidence) return detection;
    const line = findRecurrence(document, block, corpus, minArticles);
    if (!line) return detection;
    const confidence = round(1 - (1 - detection.confidence) * DOUBT_LEFT);
    return { ...detection, confidence, evidence: { ...detection.evidence, ...describeRecurrence(line) } };
  });
}
