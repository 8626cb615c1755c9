import type { Ruleset } from '../../model/ruleset.ts';
import type { TaxonomyConcept } from '../../model/taxonomy.ts';
import { findTopics } from './find-topics.ts';
import { type LabelledArticle, learnTerms } from './learn-terms.ts';
import { buildTopicIndex, type TopicIndex } from './topic-index.ts';
import { readTopicLimits } from './topic-limits.ts';

/** Of every five articles one is held out when the figures are taken. */
const FOLDS = 5;

/** How a topic was told on articles that were held out. */
export interface HeldOutFigures {
  readonly code: string;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export interface LearnedTaxonomy {
  readonly concepts: readonly TaxonomyConcept[];
  /** Articles held out, how many of them have a right topic first, and how many have none. */
  readonly heldOut: {
    readonly articles: number;
    readonly firstRight: number;
    readonly none: number;
    readonly topics: readonly HeldOutFigures[];
  };
}

/** Codes told of an article, the best first. */
function tell({ title, text }: LabelledArticle, index: TopicIndex): readonly string[] {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return findTopics({ text, edits: [], blocks: [block], toSource: (span) => span }, title, index).map(({ code }) => code);
}

function measure(articles: readonly LabelledArticle[], index: TopicIndex): LearnedTaxonomy['heldOut'] {
  const judged = articles.map((article) => ({ told: tell(article, index), codes: article.codes }));
  const topics = index.concepts.map(({ code }) => ({
    code,
    tp: judged.filter(({ told, codes }) => told.includes(code) && codes.includes(code)).length,
    fp: judged.filter(({ told, codes }) => told.includes(code) && !codes.includes(code)).length,
    fn: judged.filter(({ told, codes }) => !told.includes(code) && codes.includes(code)).length,
  }));
  const firstRight = judged.filter(({ told: [first], codes }) => first !== undefined && codes.includes(first)).length;
  return { articles: articles.length, firstRight, none: judged.filter(({ told }) => told.length === 0).length, topics };
}

/** What a taxonomy is learned by beside the articles. */
export interface LearningContext {
  /** Those of a ruleset: the scale of weights, and what is enough for a topic. */
  readonly thresholds: Ruleset['thresholds'];
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

/**
 * Learns a taxonomy from labelled articles. Every fifth article is held out first, for honest figures; what is given back is then
 * learned from all. `labels` names the topics by code. Deterministic. Throws
 * `RangeError` when a threshold is missing.
 */
export function learnTaxonomy(
  articles: readonly LabelledArticle[],
  labels: ReadonlyMap<string, string>,
  { thresholds, onProgress = () => {} }: LearningContext,
): LearnedTaxonomy {
  const limits = readTopicLimits(thresholds);
  const held = articles.filter((_, at) => at % FOLDS === FOLDS - 1);
  const rest = articles.filter((_, at) => at % FOLDS !== FOLDS - 1);
  const trial = learnTerms(rest, labels, limits, (done) => onProgress(done, rest.length, 'held-out figures'));
  const heldOut = measure(held, buildTopicIndex('trial', trial, limits));
  const concepts = learnTerms(articles, labels, limits, (done) => onProgress(done, articles.length, 'all articles'));
  return { concepts, heldOut };
}
