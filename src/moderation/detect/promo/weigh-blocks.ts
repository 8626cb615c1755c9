import type { DetectionContext } from '../../model/detector.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import { createNote } from '../../text/create-note.ts';
import { compareWithArticle } from './compare-with-article.ts';
import { findKeywordLinks } from './find-keyword-links.ts';
import { type FamilyMatch, findPhrases } from './find-phrases.ts';
import { maySign } from './read-signs.ts';
import { type Feature, phrasePoints, type Region, type Surroundings, sumPoints, weighRegion } from './weigh-region.ts';

/** Words; a longer block is a paragraph: signs without phrases say nothing there. */
export const MAX_LINE_WORDS = 45;
/** Words; an article that came without line breaks is shorter, and what is longer is no text that anybody set. */
const MAX_WORDS = 2000;
/** Points of phrases from which a paragraph is looked at. */
const PARAGRAPH_POINTS = 2;

/** A block with what speaks for an advert. */
export interface WeighedBlock {
  readonly block: DocumentBlock;
  readonly matches: readonly FamilyMatch[];
  readonly features: readonly Feature[];
  readonly points: number;
  /** The most that a part of the block can have. */
  readonly reach: number;
}

/** What a document is weighed with. */
export interface Scales {
  /** Weighs a region without the `muted` features, which the article itself is about. */
  readonly weigh: (region: Region, muted: ReadonlySet<string>) => readonly Feature[];
  /** True when a block shares a content word with the article. */
  readonly isKin: (block: DocumentBlock) => boolean;
}

/** The phrases of each block. */
export function findInBlocks(document: Document, context: DetectionContext): readonly (readonly FamilyMatch[])[] {
  return document.blocks.map((block) => (block.words > MAX_WORDS ? [] : findPhrases(document, block, context.ruleset)));
}

/** A function that weighs regions of a document; the words of its adverts are not taken for those of the article. */
export function createScales(document: Document, context: DetectionContext, found: readonly (readonly FamilyMatch[])[]): Scales {
  const near = context.threshold('promo.near_points');
  const isAdvert = ({ index, words }: DocumentBlock): boolean =>
    words <= MAX_LINE_WORDS && phrasePoints(found[index] ?? []) >= near;
  const compare = compareWithArticle(document, isAdvert);
  const surroundings: Surroundings = { compare, keywordLinks: findKeywordLinks(document) };
  return {
    weigh: (region, muted) => weighRegion(document, region, context, surroundings, muted),
    isKin: (block) => compare(block, block.tokenStart, block.tokenEnd).shared > 0,
  };
}

const maySignAlone = createNote(({ text }) => maySign(text));

function isWorthWeighing(block: DocumentBlock, matches: readonly FamilyMatch[]): boolean {
  if (block.words === 0 || block.words > MAX_WORDS || block.role === 'title' || block.role === 'code') return false;
  const points = matches.length === 0 ? 0 : phrasePoints(matches);
  if (block.words > MAX_LINE_WORDS) return points >= PARAGRAPH_POINTS;
  return points > 0 || maySignAlone(block);
}

/** The whole of a block as a region. */
function toRegion(block: DocumentBlock, matches: readonly FamilyMatch[]): Region {
  return { block, start: block.start, end: block.end, from: block.tokenStart, to: block.tokenEnd, matches };
}

/** Weighs every block; most are dismissed by their phrases alone. */
export function weighBlocks(
  document: Document,
  found: readonly (readonly FamilyMatch[])[],
  weigh: (region: Region) => readonly Feature[],
): readonly WeighedBlock[] {
  return document.blocks.map((block) => {
    const matches = found[block.index] ?? [];
    const features = isWorthWeighing(block, matches) ? weigh(toRegion(block, matches)) : [];
    const reach = sumPoints(features.filter(({ points }) => points > 0));
    return { block, matches, features, points: sumPoints(features), reach };
  });
}
