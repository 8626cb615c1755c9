import type { RecurringLine } from '../model/corpus-matches.ts';
import type { DetectionContext, Detector } from '../model/detector.ts';
import type { BlockRole, Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { isAlienAdvert } from './insert/is-alien-advert.ts';
import { isFramed } from './insert/is-framed.ts';
import { PROMO_FAMILIES } from './promo/promo-families.ts';
import { describeRecurrence, findRecurrence } from './recurrence/find-recurrence.ts';

/** What comes again for good reason. A line that looks like a heading may be an advert, but is one only by more than its return. */
const NO_INSERTS: ReadonlySet<BlockRole> = new Set(['title', 'caption', 'table']);
/** Words from which a framed line is an advert rather than a rating or an ornament. */
const MIN_FRAMED_WORDS = 5;

type Judgement = 'framed' | 'alien-advert' | 'plain';

const RULES = {
  framed: ['insert.framed-in-source@1', 'a line framed by symbols that stands in other articles of the source', 'spam_insert'],
  'alien-advert': [
    'insert.alien-in-source@1',
    'a line with the phrases of an advert and none of the words of the article, which stands in other articles of the source',
    'spam_insert',
  ],
  plain: ['page.line-of-source@1', 'a line that stands in other articles of the source', 'boilerplate'],
} as const satisfies Readonly<Record<Judgement, readonly [string, string, Detection['kind']]>>;

function judge(document: Document, block: DocumentBlock, context: DetectionContext): Judgement {
  if (block.words > context.threshold('insert.max_words')) return 'plain';
  if (block.words >= MIN_FRAMED_WORDS && isFramed(block.text, block.words)) return 'framed';
  return isAlienAdvert(document, [block], context) ? 'alien-advert' : 'plain';
}

function toDetection(block: DocumentBlock, line: RecurringLine, judgement: Judgement): Detection {
  const [rule, message, kind] = RULES[judgement];
  return {
    kind,
    rule,
    start: block.start,
    end: block.end,
    confidence: judgement === 'plain' ? 0.7 : 0.95,
    action: judgement === 'plain' ? 'flagged' : 'removed',
    message,
    evidence: { words: block.words, ...describeRecurrence(line) },
  };
}

/**
 * Lines that a source puts into its articles. Only what is framed by symbols, or an advert beside the story, is removed: that a
 * sentence comes again does not say that it has no value.
 */
export const sourceInsert: Detector = {
  name: 'source-insert',
  thresholds: [
    'recurring.min_articles',
    'insert.max_words',
    'insert.min_alien_points',
    'link_list.max_heading_words',
    ...PROMO_FAMILIES.map((name) => `promo.points.${name}`),
  ],
  lists: PROMO_FAMILIES.map((name) => `promo.${name}`),
  detect(document, context) {
    if (Object.keys(context.corpus.recurringLines).length === 0) return [];
    const least = context.threshold('recurring.min_articles');
    const { isRefrain } = findRefrains(document);
    const maxWords = context.threshold('link_list.max_heading_words');
    const isHeading = ({ role, words }: DocumentBlock): boolean => role === 'heading' && words <= maxWords;
    return document.blocks.flatMap((block) => {
      if (NO_INSERTS.has(block.role) || isRefrain(block)) return [];
      const line = findRecurrence(document, block, context.corpus, least);
      if (!line) return [];
      const judgement = judge(document, block, context);
      return isHeading(block) && judgement === 'plain' ? [] : [toDetection(block, line, judgement)];
    });
  },
};
