import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection, FindingKind } from '../model/finding.ts';
import { findBandMates } from '../text/find-band-mates.ts';
import { findRefrains, type Refrains } from '../text/find-refrains.ts';
import { mayRepeat } from '../text/may-repeat.ts';
import { meaningfulSigns } from '../text/meaningful-signs.ts';
import { measureSaid } from '../text/measure-said.ts';
import { opensQuotation } from '../text/opens-quotation.ts';
import { createOverlapFinder, type Overlap, type OverlapFinder } from '../text/overlap-finder.ts';
import { indexShingles, type ShingleIndex } from '../text/shingle-index.ts';
import { beginsWithDateline } from './repeat/begins-with-dateline.ts';
import { type Comparison, compareRepeat } from './repeat/compare-repeat.ts';

/** Share of a block's shingles that were seen before: below it no rule can hold, and nothing is compared. */
const MIN_SEEN = 0.4;
/** Sentences: fewer may be a quotation that is taken up again. */
const MIN_SENTENCES = 5;
/** UTF-16 code units of a beginning that is tried, up to a full stop or as many more. */
const TRIED_LENGTH = 40;
const STOP = /[.!?…。]/u;
/** Each sentence has two shingles fewer than words; so much less than the share of its words is that of its shingles. */
const JOINT_SHARE = 0.1;

interface Search {
  readonly document: Document;
  readonly index: ShingleIndex;
  readonly finder: OverlapFinder;
  readonly refrains: Refrains;
  readonly threshold: (name: string) => number;
  /** 1 for each block that is compared. */
  readonly comparable: Uint8Array;
  /** True for the first paragraph with a dateline: there the story begins, and repeats the summary above it. */
  readonly isLead: (block: DocumentBlock) => boolean;
}

interface Match {
  readonly block: DocumentBlock;
  readonly overlap: Overlap;
  /** Share of the block's shingles that stand in any earlier block. */
  readonly seen: number;
}

type Rule = 'near' | 'restated' | 'all-said';

const MESSAGES: Readonly<Record<Rule, string>> = {
  near: 'nearly the words of an earlier paragraph',
  restated: 'says again what earlier paragraphs said',
  'all-said': 'strings together sentences that all stand in earlier paragraphs',
};

function isComparable(block: DocumentBlock, threshold: Search['threshold']): boolean {
  const least = block.role === 'heading' ? 'near_duplicate.min_heading_words' : 'near_duplicate.min_words';
  return block.role !== 'title' && block.words >= threshold(least);
}

function findMatch({ finder, refrains, threshold, comparable }: Search, block: DocumentBlock): Match | undefined {
  const isWanted = (other: number): boolean => other < block.index && comparable[other] === 1;
  const first = refrains.firstOf(block);
  if (first !== block) {
    const isOthers = block.words >= threshold('duplicate.min_words') || !isWanted(first.index);
    const overlap = { block: first.index, shared: finder.size(first.index), containment: 1, jaccard: 1 };
    return isOthers ? undefined : { block, overlap, seen: 1 };
  }
  const seen = finder.shareSeen(block.index);
  const overlap = seen < MIN_SEEN ? undefined : finder.findBest(block.index, isWanted);
  return overlap && { block, overlap, seen };
}

function isNear({ overlap }: Match, threshold: Search['threshold']): boolean {
  return (
    overlap.containment >= threshold('near_duplicate.min_containment') ||
    overlap.jaccard >= threshold('near_duplicate.min_jaccard')
  );
}

/** The same phrases in another order. In a quotation the name and office of the speaker come again, so there only sentences count. */
function sharesPhrases({ block, overlap, seen }: Match, { threshold }: Search): boolean {
  return (
    block.words >= threshold('restated.min_words') &&
    seen >= threshold('restated.min_share_seen') &&
    overlap.containment >= threshold('restated.min_containment') &&
    !opensQuotation(block.text)
  );
}

/** Every sentence stands in some earlier block. The beginning is looked at first: most blocks need no more. */
function isAllSaid({ block, seen }: Match, { document, index, finder, threshold }: Search): boolean {
  if (seen < threshold('all_said.min_share_seen') || opensQuotation(block.text)) return false;
  const search = { index, finder, minWords: 0 };
  const stop = block.text.slice(TRIED_LENGTH, 2 * TRIED_LENGTH).search(STOP);
  const tried = measureSaid(document, block, TRIED_LENGTH + stop + 1, search);
  if (tried.said < tried.sentences) return false;
  const { sentences, said } = measureSaid(document, block, block.text.length, search);
  return sentences >= MIN_SENTENCES && said === sentences;
}

/** Half of the block are sentences of one earlier block. */
function repeatsSentences({ block, overlap }: Match, { document, index, finder, threshold }: Search): boolean {
  const minShare = threshold('restated.min_sentence_share');
  if (overlap.containment < minShare - JOINT_SHARE) return false;
  const search = { index, finder, minWords: threshold('restated.min_sentence_words'), earlier: overlap.block };
  return measureSaid(document, block, block.text.length, search).words >= minShare * block.words;
}

function findRule(match: Match, search: Search): Rule | undefined {
  if (isAllSaid(match, search)) return 'all-said';
  if (isNear(match, search.threshold)) return 'near';
  return repeatsSentences(match, search) || sharesPhrases(match, search) ? 'restated' : undefined;
}

/** Entries of a series differ in numbers and names. */
function isEntry({ block }: Match, { changedFacts }: Comparison, { threshold }: Search): boolean {
  return changedFacts * threshold('near_duplicate.words_per_fact') > block.words;
}

function toDetection({ block, overlap, seen }: Match, rule: Rule, { evidence }: Comparison, document: Document): Detection {
  const round = (share: number): number => Math.round(share * 1000) / 1000;
  const earlier = document.blocks[overlap.block] ?? block;
  // Signs such as a minus may make another statement of known words: then a person decides.
  const isRemoved = rule === 'all-said' && meaningfulSigns(block.text) === '';
  const kind: FindingKind = isRemoved ? 'duplicate' : 'near_duplicate';
  return {
    kind,
    rule: `duplicate.${rule}@2`,
    start: block.start,
    end: block.end,
    confidence: round(Math.min(0.99, Math.max(overlap.containment, overlap.jaccard, seen))),
    action: isRemoved ? 'removed' : 'flagged',
    message: MESSAGES[rule],
    evidence: { ...evidence, shingles_seen: round(seen) },
    relatedSpans: [{ start: earlier.start, end: earlier.end }],
  };
}

function judge(block: DocumentBlock, search: Search): Detection | undefined {
  if (search.comparable[block.index] === 0) return undefined;
  const match = findMatch(search, block);
  const rule = match && findRule(match, search);
  if (!match || !rule || search.refrains.isRefrain(block)) return undefined;
  const comparison = compareRepeat(search.document, search.index, search.finder, block, match.overlap);
  if (rule === 'near' && (isEntry(match, comparison, search) || search.isLead(block))) return undefined;
  return toDetection(match, rule, comparison, search.document);
}

function createLeadTest({ blocks }: Document): Search['isLead'] {
  let first: number | undefined;
  return (block) => {
    if (!beginsWithDateline(block.text)) return false;
    first ??= blocks.findIndex(({ text }) => beginsWithDateline(text));
    return first === block.index;
  };
}

function openSearch(document: Document, { threshold }: DetectionContext): Search {
  const index = indexShingles(document);
  const isMany = document.blocks.length >= threshold('near_duplicate.min_blocks_for_minhash');
  const finder = createOverlapFinder(index, isMany ? findBandMates(index) : () => []);
  const comparable = Uint8Array.from(document.blocks, (block) => (isComparable(block, threshold) ? 1 : 0));
  const refrains = findRefrains(document);
  return { document, index, finder, refrains, threshold, comparable, isLead: createLeadTest(document) };
}

/**
 * Blocks that repeat an earlier one without having the same words: most of the block's 3-word shingles stand in it
 * (containment) or the two have most in common (Jaccard); or half of it is sentences or phrases that were said before.
 * Flagged only, but for a block in which every sentence stands in an earlier block.
 */
export const nearDuplicate: Detector = {
  name: 'near-duplicate',
  thresholds: [
    'duplicate.min_words',
    'near_duplicate.min_words',
    'near_duplicate.min_heading_words',
    'near_duplicate.min_containment',
    'near_duplicate.min_jaccard',
    'near_duplicate.words_per_fact',
    'near_duplicate.min_blocks_for_minhash',
    'all_said.min_share_seen',
    'restated.min_words',
    'restated.min_share_seen',
    'restated.min_containment',
    'restated.min_sentence_words',
    'restated.min_sentence_share',
  ],
  lists: [],
  detect(document, context) {
    if (!mayRepeat(document, MIN_SEEN)) return [];
    const search = openSearch(document, context);
    return document.blocks.flatMap((block) => judge(block, search) ?? []);
  },
};
