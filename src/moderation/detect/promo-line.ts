import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { endsSentence } from '../text/describe-lines.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { compareWithArticle } from './promo/article-words.ts';
import { type FamilyMatch, findPhrases } from './promo/find-phrases.ts';
import { PROMO_FAMILIES, SUBJECT_FAMILIES } from './promo/promo-families.ts';
import { PROMO_SIGNS } from './promo/read-signs.ts';
import { type Feature, type Region, sumPoints, weighRegion } from './promo/weigh-region.ts';

/** Words; a longer block is read by its sentences. */
const MAX_LINE_WORDS = 45;
const MAX_WORDS = 400;
const FILLER_WORDS = 6;
const TAIL_FILLER_WORDS = 12;
const NO_FAMILIES: ReadonlySet<string> = new Set();
const OTHER_POINTS = ['alien_script', 'alien_words', 'kin_words', 'second_phrase', 'teller'];
const POINTS = [...PROMO_FAMILIES.filter((name) => name !== 'tellers' && name !== 'subjects'), ...PROMO_SIGNS, ...OTHER_POINTS];

type Weigh = (region: Region) => readonly Feature[];

interface WeighedBlock {
  readonly block: DocumentBlock;
  readonly matches: readonly FamilyMatch[];
  readonly features: readonly Feature[];
  readonly points: number;
}

function isLooked(block: DocumentBlock): boolean {
  return block.words > 0 && block.words <= MAX_WORDS && block.role !== 'title' && block.role !== 'code';
}

function toRegion(block: DocumentBlock, matches: readonly FamilyMatch[]): Region {
  return { block, start: block.start, end: block.end, from: block.tokenStart, to: block.tokenEnd, matches };
}

/** Long blocks gather features by chance. */
function needed(block: DocumentBlock, points: number, context: DetectionContext): number {
  return points + Math.floor(block.words / context.threshold('promo.words_per_point'));
}

function weighBlocks(document: Document, context: DetectionContext, found: readonly (readonly FamilyMatch[])[], muted: ReadonlySet<string>): readonly WeighedBlock[] {
  const isAdvert = (block: DocumentBlock): boolean => (found[block.index]?.length ?? 0) >= 2 && block.words <= MAX_LINE_WORDS;
  const compare = compareWithArticle(document, isAdvert);
  const weigh: Weigh = (region) => weighRegion(document, region, context, compare, muted);
  return document.blocks.map((block) => {
    const matches = found[block.index] ?? [];
    const features = isLooked(block) && (matches.length > 0 || block.words <= MAX_LINE_WORDS) ? weigh(toRegion(block, matches)) : [];
    return { block, matches, features, points: sumPoints(features) };
  });
}

function toDetection(span: Span, features: readonly Feature[], action: Detection['action'], words: number): Detection {
  return {
    kind: 'spam_insert',
    rule: 'promo.line@2',
    start: span.start,
    end: span.end,
    confidence: action === 'removed' ? 0.88 : 0.6,
    action,
    message: 'an advert by what it is made of',
    evidence: { feature_points: sumPoints(features), features: features.map(({ name, points, excerpt }) => `${name} ${points}: ${excerpt}`), words },
  };
}

/** Adverts told by what they are made of: an offer, a call to act, a code, a shortened link, small print. */
export const promoLine: Detector = {
  name: 'promo-line',
  thresholds: ['promo.flag_points', 'promo.remove_points', 'promo.sentence_points', 'promo.near_points', 'promo.words_per_point', 'promo.max_share', 'promo.subject_lines', ...POINTS.map((name) => `promo.points.${name}`)],
  lists: PROMO_FAMILIES.map((name) => `promo.${name}`),
  detect(document, context) {
    const found = document.blocks.map((block) => findPhrases(document, block.tokenStart, block.tokenEnd, context.ruleset));
    const weighed = weighBlocks(document, context, found, NO_FAMILIES);
    return weighed.flatMap(({ block, features, points }) => {
      if (points >= needed(block, context.threshold('promo.remove_points'), context)) return [toDetection(block, features, 'removed', block.words)];
      if (points >= needed(block, context.threshold('promo.flag_points'), context)) return [toDetection(block, features, 'flagged', block.words)];
      return [];
    });
  },
};
