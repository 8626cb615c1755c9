import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { findSentences } from './promo/find-sentences.ts';
import { isSubject } from './promo/is-subject.ts';
import { pickAdverts } from './promo/pick-adverts.ts';
import { PROMO_FAMILIES, PROMO_POINTS, SUBJECT_FAMILIES } from './promo/promo-families.ts';
import { createScales, findInBlocks, type WeighedBlock, weighBlocks } from './promo/weigh-blocks.ts';
import { type Feature, type Region, sumPoints } from './promo/weigh-region.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** "offers 2: 30% off": what was seen, what it counts, and the characters that show it. */
function describeFeature({ name, points, excerpt }: Feature): string {
  return excerpt === '' ? `${name} ${points}` : `${name} ${points}: ${excerpt}`;
}

function toDetection(span: Span, features: readonly Feature[], action: 'removed' | 'flagged', rule: string): Detection {
  const names = features.map(describeFeature);
  return {
    kind: 'spam_insert',
    rule,
    start: span.start,
    end: span.end,
    confidence: action === 'removed' ? 0.88 : 0.6,
    action,
    message: 'an advert by what it is made of: offer, call, prize, link, code, small print',
    evidence: { feature_points: sumPoints(features), features: names },
  };
}

type Weigh = (region: Region) => readonly Feature[];

function report(
  document: Document,
  context: DetectionContext,
  line: WeighedBlock,
  action: 'removed' | 'flagged' | undefined,
  weigh: Weigh,
) {
  const mayHaveSentence = action !== undefined || line.reach >= context.threshold('promo.sentence_points');
  const sentences = mayHaveSentence ? findSentences(document, line, context, weigh) : [];
  if (sentences.length > 0)
    return sentences.map(({ region, features }) => toDetection(region, features, 'removed', 'promo.sentence@1'));
  return action ? [toDetection(line.block, line.features, action, 'promo.line@2')] : [];
}

/**
 * Adverts told by what they are made of, in points: phrases of families, links, numbers, codes, marks, and words that the
 * article does not share. Where offers are what the article is about, what it is made of does not count.
 */
export const promoLine: Detector = {
  name: 'promo-line',
  thresholds: [
    ...[
      'flag_points',
      'remove_points',
      'sentence_points',
      'near_points',
      'group_points',
      'strong_points',
      'words_per_point',
      'max_share',
      'subject_lines',
    ].map((name) => `promo.${name}`),
    ...PROMO_POINTS.map((name) => `promo.points.${name}`),
  ],
  lists: PROMO_FAMILIES.map((name) => `promo.${name}`),
  detect(document, context) {
    const found = findInBlocks(document, context);
    const { weigh, isKin } = createScales(document, context, found);
    const weighAll = (muted: ReadonlySet<string>) => weighBlocks(document, found, (region) => weigh(region, muted));
    const weighed = weighAll(NOTHING);
    const adverts = pickAdverts(weighed, context, isKin);
    if (adverts.size === 0 && weighed.every(({ reach }) => reach < context.threshold('promo.sentence_points'))) return [];
    const muted = isSubject(document, weighed, adverts, context) ? SUBJECT_FAMILIES : NOTHING;
    const lines = muted === NOTHING ? weighed : weighAll(muted);
    const actions = pickAdverts(lines, context, isKin);
    return lines.flatMap((line) =>
      report(document, context, line, actions.get(line.block.index), (region) => weigh(region, muted)),
    );
  },
};
