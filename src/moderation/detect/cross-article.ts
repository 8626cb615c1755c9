import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { type Comparison, compareArticle, findSince } from './cross-article/compare-article.ts';
import type { SharedBlock } from './cross-article/compare-block.ts';
import { describeKnown } from './cross-article/describe-known.ts';
import { joinRuns } from './cross-article/join-runs.ts';
import { openKnownText } from './cross-article/known-text.ts';
import { readOwnBlocks } from './cross-article/own-block.ts';
import { createShingleFilter } from './cross-article/shingle-filter.ts';
import { findRecurrence } from './recurrence/find-recurrence.ts';

type Threshold = DetectionContext['threshold'];

/** Other articles that are named for the same text; a story that fifty sites have is told by three. */
const MAX_COPIES = 3;
/** Share of the shared words that stand in paragraphs without a change: less is a reworded copy. */
const MIN_EXACT = 0.9;
/** Share of a block's words that is shared: what has less is not shown as a part of a copy. */
const MIN_SHOWN = 0.25;

const round = (share: number): number => Math.round(share * 1000) / 1000;
const divide = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Entries of a series (weather, prices, results) have the same words around other names and numbers. */
function isSeries(changedFacts: number, words: number, threshold: Threshold): boolean {
  return changedFacts * threshold('cross_article.words_per_fact') > words;
}

/**
 * Enough of what the author answers for stands in the other article. An article without much of that, because it is made of
 * quotations and standing lines, is a copy when nearly all of it does.
 */
function isCopy({ shared, sharedFree, all, free, changedFacts }: Comparison, threshold: Threshold): boolean {
  const minWords = threshold('cross_article.min_words');
  if (isSeries(changedFacts, shared, threshold)) return false;
  if (sharedFree >= minWords && divide(sharedFree, free) >= threshold('cross_article.min_share')) return true;
  return shared >= minWords && divide(shared, all) >= threshold('cross_article.min_whole_share');
}

function describeCopy(blocks: readonly SharedBlock[]): 'exact' | 'reworded' {
  const shared = blocks.reduce((sum, block) => sum + block.shared, 0);
  const exact = blocks.filter(({ isExact }) => isExact).reduce((sum, block) => sum + block.shared, 0);
  return divide(exact, shared) >= MIN_EXACT ? 'exact' : 'reworded';
}

function toDetection(
  { known, all }: Comparison,
  blocks: readonly SharedBlock[],
  finding: Pick<Detection, 'rule' | 'message' | 'confidence'>,
): Detection {
  const runs = joinRuns(blocks);
  const words = blocks.reduce((sum, block) => sum + block.shared, 0);
  const places = runs.flatMap(({ other }) => [other.start, other.end]);
  return {
    kind: 'cross_article_duplicate',
    ...finding,
    start: Math.min(...runs.map(({ own }) => own.start)),
    end: Math.max(...runs.map(({ own }) => own.end)),
    action: 'flagged',
    evidence: { ...describeKnown(known.article, places), copy: describeCopy(blocks), words, share: round(divide(words, all)) },
    relatedSpans: runs.map(({ own }) => own),
  };
}

function toCopy(comparison: Comparison): Detection {
  const shown = comparison.blocks.filter(({ shared, own }) => shared >= MIN_SHOWN * own.words.length);
  const { shared, all } = comparison;
  return toDetection(comparison, shown.length > 0 ? shown : comparison.blocks, {
    rule: 'cross-article.copy@1',
    message: 'most of this article, or much of it, stands in another one',
    confidence: round(Math.min(0.99, 0.7 + 0.3 * divide(shared, all))),
  });
}

function isLifted({ own, containment, sharedFree, changedFacts }: SharedBlock, threshold: Threshold): boolean {
  const words = own.words.length;
  return (
    containment >= threshold('cross_article.min_containment') &&
    sharedFree >= threshold('cross_article.min_paragraph_words') &&
    2 * sharedFree >= words &&
    !isSeries(changedFacts, words, threshold)
  );
}

/** The last paragraph of both, alone: what a publisher says about itself below its articles. */
function isClosing({ own, paragraph }: SharedBlock, { known, last }: Comparison): boolean {
  return own === last && paragraph === known.article.paragraphs.length - 1;
}

/** Paragraphs that stand in other articles, each with the one that shares most of it. */
function findLifted(
  comparisons: readonly Comparison[],
  covered: ReadonlySet<number>,
  threshold: Threshold,
): readonly Detection[] {
  const best = new Map<number, { readonly comparison: Comparison; readonly block: SharedBlock }>();
  for (const comparison of comparisons) {
    for (const block of comparison.blocks) {
      const { index } = block.own.block;
      if (covered.has(index) || !isLifted(block, threshold) || isClosing(block, comparison)) continue;
      if (block.containment > (best.get(index)?.block.containment ?? 0)) best.set(index, { comparison, block });
    }
  }
  return [...best.values()].map(({ comparison, block }) =>
    toDetection(comparison, [block], {
      rule: 'cross-article.paragraph@1',
      message: 'a paragraph that stands in another article',
      confidence: round(Math.min(0.99, block.containment)),
    }),
  );
}

function judge(comparisons: readonly Comparison[], threshold: Threshold): readonly Detection[] {
  const copies = comparisons
    .filter((comparison) => isCopy(comparison, threshold))
    .sort((a, b) => b.shared - a.shared || a.known.article.order - b.known.article.order)
    .slice(0, MAX_COPIES);
  const covered = new Set(
    copies.flatMap(({ blocks }) =>
      blocks.filter(({ shared, own }) => 2 * shared >= own.words.length).map(({ own }) => own.block.index),
    ),
  );
  return [...copies.map(toCopy), ...findLifted(comparisons, covered, threshold)];
}

function createInsertTest(document: Document, { corpus, threshold }: DetectionContext): (block: DocumentBlock) => boolean {
  const least = threshold('recurring.min_articles');
  return (block) => findRecurrence(document, block, corpus, least) !== undefined;
}

/**
 * Text that stands in other articles too: all of an article or much of it, word for word or reworded, or a paragraph. Quotations,
 * standing lines of the source and entries of a series are no copies, and what an earlier revision had before is the article's
 * own. Always flagged, never removed.
 */
export const crossArticle: Detector = {
  name: 'cross-article',
  thresholds: [
    'cross_article.min_paragraph_words',
    'cross_article.min_words',
    'cross_article.min_share',
    'cross_article.min_whole_share',
    'cross_article.min_containment',
    'cross_article.words_per_fact',
    'recurring.min_articles',
  ],
  lists: [],
  ownPoints: ['cross-article.copy'],
  detect(document, context) {
    const { articles } = context.corpus;
    if (articles.length === 0) return [];
    const { threshold } = context;
    const own = readOwnBlocks(document, createInsertTest(document, context));
    const filter = createShingleFilter(own);
    const known = articles.map((article) => openKnownText(article, filter));
    const since = findSince(
      own,
      known.filter(({ article }) => article.isOwn),
      threshold('cross_article.min_containment'),
    );
    const others = known.filter(({ article }) => !article.isOwn);
    return judge(
      others.map((other) => compareArticle(own, other, since)),
      threshold,
    );
  },
};
