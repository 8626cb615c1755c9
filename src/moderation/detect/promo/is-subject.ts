import type { DetectionContext } from '../../model/detector.ts';
import type { Document } from '../../model/document.ts';
import type { AdvertActions } from './pick-adverts.ts';
import type { WeighedBlock } from './weigh-blocks.ts';

/** Words of a paragraph that tells what the article is about. */
const MIN_PROSE_WORDS = 12;
const MIN_PARAGRAPHS = 3;

function tellsOfOffers({ matches }: WeighedBlock): boolean {
  return matches.some(({ family }) => family === 'subjects');
}

/**
 * True when offers, games of chance or currencies are what the article is about: its title says so, or half of its
 * paragraphs, or one of them while different adverts are a good part of it. The same advert many times is one.
 */
export function isSubject(
  document: Document,
  weighed: readonly WeighedBlock[],
  adverts: AdvertActions,
  context: DetectionContext,
): boolean {
  if (weighed.some((line) => line.block.role === 'title' && tellsOfOffers(line))) return true;
  const near = context.threshold('promo.near_points');
  const prose = weighed.filter(
    ({ block, points }) => block.words >= MIN_PROSE_WORDS && block.zone !== 'tail' && points < near && !adverts.has(block.index),
  );
  const telling = prose.filter(tellsOfOffers).length;
  if (telling >= MIN_PARAGRAPHS && telling * 2 >= prose.length) return true;
  if (telling === 0) return false;
  const distinct = new Map(weighed.filter(({ block }) => adverts.has(block.index)).map(({ block }) => [block.text, block.words]));
  const words = [...distinct.values()].reduce((sum, count) => sum + count, 0);
  const all = document.blocks.reduce((sum, block) => sum + block.words, 0);
  return distinct.size >= context.threshold('promo.subject_lines') && words >= all * context.threshold('promo.max_share');
}
