import type { DetectionContext } from '../../model/detector.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import { compareWithArticle, isAlien } from '../promo/compare-with-article.ts';
import { findPhrases } from '../promo/find-phrases.ts';
import { phrasePoints } from '../promo/weigh-region.ts';

/** An advert by its phrases whose words the article does not share; `group` are the copies of one line. */
export function isAlienAdvert(document: Document, group: readonly DocumentBlock[], context: DetectionContext): boolean {
  const [first] = group;
  if (!first) return false;
  const phrases = findPhrases(document, first, context.ruleset);
  if (phrasePoints(phrases) < context.threshold('insert.min_alien_points')) return false;
  const copies = new Set(group);
  return isAlien(compareWithArticle(document, (block) => copies.has(block))(first, first.tokenStart, first.tokenEnd));
}
