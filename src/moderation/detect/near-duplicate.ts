import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { shingleHashes, wordHashes } from '../text/shingle-hashes.ts';
import { splitSentences } from '../text/split-sentences.ts';

const SHINGLE_WORDS = 3;
/** Shingles that stand in more blocks than this are phrases of the subject, and looking them up would not be linear. */
const MAX_POSTINGS = 12;

/** Sentences: fewer may be a quotation that is taken up again. */
const MIN_SENTENCES = 5;
const OPENING_QUOTE = /^["“„«»‘']/u;

interface Candidate {
  readonly block: DocumentBlock;
  readonly shingles: ReadonlySet<number>;
}

interface Match {
  readonly earlier: Candidate;
  readonly shared: number;
  readonly containment: number;
  readonly jaccard: number;
}

function countShared(shingles: ReadonlySet<number>, postings: ReadonlyMap<number, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const shingle of shingles) {
    const blocks = postings.get(shingle) ?? [];
    if (blocks.length > MAX_POSTINGS) continue;
    for (const at of blocks) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return shared;
}

function bestMatch(candidate: Candidate, earlier: readonly Candidate[], shared: ReadonlyMap<number, number>): Match | undefined {
  let best: Match | undefined;
  for (const [at, count] of shared) {
    const other = earlier[at];
    if (!other || (best && count <= best.shared)) continue;
    const containment = count / Math.min(candidate.shingles.size, other.shingles.size);
    const jaccard = count / (candidate.shingles.size + other.shingles.size - count);
    best = { earlier: other, shared: count, containment, jaccard };
  }
  return best;
}

function remember(candidate: Candidate, at: number, postings: Map<number, number[]>): void {
  for (const shingle of candidate.shingles) {
    const blocks = postings.get(shingle);
    if (!blocks) postings.set(shingle, [at]);
    else if (blocks.length <= MAX_POSTINGS) blocks.push(at);
  }
}

function shareSeen(candidate: Candidate, postings: ReadonlyMap<number, readonly number[]>): number {
  let seen = 0;
  for (const shingle of candidate.shingles) if (postings.has(shingle)) seen++;
  return seen / candidate.shingles.size;
}

/** A block in which each sentence was said before: nothing is lost with it. A quoted one may be a statement printed in full. */
function isAllSaid(document: Document, candidate: Candidate, postings: ReadonlyMap<number, readonly number[]>): boolean {
  const { block } = candidate;
  if (OPENING_QUOTE.test(block.text)) return false;
  const sentences = splitSentences(document.text, block.start, block.end);
  let row = block.tokenStart;
  const isSaid = (end: number): boolean => {
    const from = row;
    while (row < block.tokenEnd && (document.tokens.starts[row] ?? 0) < end) row++;
    const shingles = shingleHashes(wordHashes(document.tokens, from, row), SHINGLE_WORDS);
    return [...shingles].every((shingle) => postings.has(shingle));
  };
  return sentences.length >= MIN_SENTENCES && sentences.every(({ end }) => isSaid(end));
}

function toAllSaid(candidate: Candidate, match: Match, seen: number): Detection {
  return {
    ...toDetection(candidate, match, seen, true),
    kind: 'duplicate',
    rule: 'duplicate.all-said@1',
    action: 'removed',
    message: 'strings together sentences that all stand in earlier paragraphs',
  };
}

function toDetection(candidate: Candidate, match: Match, seen: number, restated: boolean): Detection {
  const round = (share: number): number => Math.round(share * 1000) / 1000;
  const { block } = candidate;
  return {
    kind: 'near_duplicate',
    rule: restated ? 'duplicate.restated@1' : 'duplicate.near@1',
    start: block.start,
    end: block.end,
    confidence: round(Math.min(0.99, Math.max(match.containment, seen))),
    action: 'flagged',
    message: restated ? 'says again what earlier paragraphs said' : 'nearly the words of an earlier paragraph',
    evidence: { containment: round(match.containment), jaccard: round(match.jaccard), shingles_seen: round(seen) },
    relatedSpans: [{ start: match.earlier.block.start, end: match.earlier.block.end }],
  };
}

function judge(candidate: Candidate, match: Match, seen: number, context: DetectionContext): Detection | undefined {
  if (match.containment >= context.threshold('near_duplicate.min_containment')) return toDetection(candidate, match, seen, false);
  const restated =
    candidate.block.words >= context.threshold('restated.min_words') &&
    seen >= context.threshold('restated.min_share_seen') &&
    match.containment >= context.threshold('restated.min_containment');
  return restated ? toDetection(candidate, match, seen, true) : undefined;
}

function toCandidate(document: Document, block: DocumentBlock): Candidate {
  const words = wordHashes(document.tokens, block.tokenStart, block.tokenEnd);
  return { block, shingles: shingleHashes(words, SHINGLE_WORDS) };
}

/**
 * Blocks that nearly repeat an earlier one: containment of 3-word shingles in one earlier block, or most shingles
 * already seen and a good part of them in one block (a restated paragraph). Flagged only: no sentence is lost.
 */
export const nearDuplicate: Detector = {
  name: 'near-duplicate',
  thresholds: [
    'near_duplicate.min_words',
    'near_duplicate.min_heading_words',
    'near_duplicate.min_containment',
    'all_said.min_share_seen',
    'restated.min_words',
    'restated.min_share_seen',
    'restated.min_containment',
  ],
  lists: [],
  detect(document, context) {
    const minWords = context.threshold('near_duplicate.min_words');
    const { isRefrain } = findRefrains(document);
    const minHeading = context.threshold('near_duplicate.min_heading_words');
    const postings = new Map<number, number[]>();
    const earlier: Candidate[] = [];
    const found: Detection[] = [];
    for (const block of document.blocks) {
      if (block.words < (block.role === 'heading' ? minHeading : minWords) || block.role === 'title') continue;
      const candidate = toCandidate(document, block);
      const match = bestMatch(candidate, earlier, countShared(candidate.shingles, postings));
      const seen = match ? shareSeen(candidate, postings) : 0;
      const allSaid = seen >= context.threshold('all_said.min_share_seen') && isAllSaid(document, candidate, postings);
      const detection = match && (allSaid ? toAllSaid(candidate, match, seen) : judge(candidate, match, seen, context));
      if (detection && !isRefrain(block)) found.push(detection);
      remember(candidate, earlier.length, postings);
      earlier.push(candidate);
    }
    return found;
  },
};
