import type { DetectionContext } from '../../model/detector.ts';
import type { Document } from '../../model/document.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import type { WeighedBlock } from './weigh-blocks.ts';
import { type Feature, isSolicitation, isStrong, type Region, sumPoints } from './weigh-region.ts';

/** Words of a paragraph in which single sentences are looked at. */
const MIN_WORDS = 25;
/** Points that nearly every other sentence of the paragraph may have: in an advert of several sentences they have more. */
const MAX_REST = 1;
/** One sentence in so many may have more. */
const REST_PER_SUSPECT = 5;

/** A sentence that has enough by itself. */
export interface AdvertSentence {
  readonly region: Region;
  readonly features: readonly Feature[];
}

function toRegions(document: Document, { block, matches }: WeighedBlock): readonly Region[] {
  const { starts, count } = document.tokens;
  return splitSentences(document.text, block.start, block.end).map(({ start, end }) => {
    const from = lowerBound(starts, count, start);
    const to = lowerBound(starts, count, end);
    return { block, start, end, from, to, matches: matches.filter((match) => match.from >= from && match.to <= to) };
  });
}

/**
 * Sentences of a paragraph that are adverts while the rest of it is not: they were put into it. Empty when the paragraph
 * is no prose, or an advert as a whole.
 */
export function findSentences(
  document: Document,
  line: WeighedBlock,
  context: DetectionContext,
  weigh: (region: Region) => readonly Feature[],
): readonly AdvertSentence[] {
  const needed = context.threshold('promo.sentence_points');
  if (line.block.words < MIN_WORDS) return [];
  const sentences = toRegions(document, line).map((region) => ({ region, features: weigh(region) }));
  const isAdvert = ({ features }: AdvertSentence): boolean =>
    sumPoints(features) >= needed && isStrong(features, context) && isSolicitation(features);
  const adverts = sentences.filter(isAdvert);
  const rest = sentences.filter((sentence) => !isAdvert(sentence));
  const length = (list: readonly AdvertSentence[]): number => list.reduce((sum, { region }) => sum + region.to - region.from, 0);
  if (length(rest) < length(adverts)) return [];
  const suspects = rest.filter(({ features }) => sumPoints(features) > MAX_REST).length;
  return suspects * REST_PER_SUSPECT <= rest.length ? adverts : [];
}
