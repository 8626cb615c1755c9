import type { Topic } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { stemWords } from './stem-words.ts';
import { TOPIC_INDEX, type TopicConcept } from './topic-index.ts';

const MAX_TOPICS = 8;
/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 100_000;
/** How much a word counts in the title and in a heading; 1 elsewhere. */
const TITLE_WEIGHT = 4;
const HEADING_WEIGHT = 2;
const LABEL_WEIGHT = 2;
const SEED_WEIGHT = 1.5;
const DEFINITION_WEIGHT = 0.25;
/** Share of a concept's score that the support of its top-level concept decides. */
const TOP_SHARE = 0.75;
/** Lowest score, and lowest share of the best score, that is reported. */
const MIN_SCORE = 0.2;
const MIN_SHARE = 0.4;
/** Evidence that scores one half. */
const HALF_EVIDENCE = 12;

type Counts = ReadonlyMap<string, number>;

function countStems(cleaned: CleanedText, title: string | undefined): Counts {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const stem of stemWords(text)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  };
  for (const { kind, start, end } of cleaned.blocks) {
    if (start >= MAX_LENGTH) break;
    if (kind === 'code') continue;
    const weight = kind === 'title' ? TITLE_WEIGHT : kind === 'heading' ? HEADING_WEIGHT : 1;
    add(cleaned.text.slice(start, Math.min(end, MAX_LENGTH)), weight);
  }
  if (title !== undefined && !cleaned.blocks.some(({ kind }) => kind === 'title')) add(title, TITLE_WEIGHT);
  return counts;
}

function sumEvidence(stems: readonly string[], counts: Counts): number {
  return stems.reduce((sum, stem) => sum + Math.log1p(counts.get(stem) ?? 0) * (TOPIC_INDEX.rarity.get(stem) ?? 0), 0);
}

/** Share of a concept's label that the article holds, weighed by rarity, squared: half a label is little. */
function coverLabel({ labelStems }: TopicConcept, counts: Counts): number {
  const rarity = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + (TOPIC_INDEX.rarity.get(stem) ?? 0), 0);
  const whole = rarity(labelStems);
  return whole === 0 ? 0 : (rarity(labelStems.filter((stem) => counts.has(stem))) / whole) ** 2;
}

/** What the article says for one concept alone. A definition counts only beside a label or a seed word. */
function weighConcept(concept: TopicConcept, counts: Counts): number {
  const { labelStems, definitionStems, seedStems } = concept;
  const label = (sumEvidence(labelStems, counts) / Math.sqrt(Math.max(1, labelStems.length))) * coverLabel(concept, counts);
  const seeds = sumEvidence(seedStems, counts) / Math.sqrt(Math.max(1, seedStems.length));
  if (label + seeds === 0) return 0;
  const definition = sumEvidence(definitionStems, counts) / Math.sqrt(Math.max(1, definitionStems.length));
  return LABEL_WEIGHT * label + SEED_WEIGHT * seeds + DEFINITION_WEIGHT * definition;
}

const topOf = (concept: TopicConcept): string => concept.broader.at(-1) ?? concept.code;

/** Support of each top-level concept as a share of the best: the sum of squares of what stands below it, so that many faint ones do not win. */
function supportTops(weights: ReadonlyMap<TopicConcept, number>): Counts {
  const sums = new Map<string, number>();
  for (const [concept, weight] of weights) sums.set(topOf(concept), (sums.get(topOf(concept)) ?? 0) + weight ** 2);
  const best = Math.max(1e-9, ...sums.values());
  return new Map([...sums].map(([code, sum]) => [code, Math.sqrt(sum / best)]));
}

function toTopic(concept: TopicConcept, evidence: number): Topic {
  const score = Math.round((evidence / (evidence + HALF_EVIDENCE)) * 10_000) / 10_000;
  return {
    code: `medtop:${concept.code}`,
    label: concept.label,
    score,
    broader: concept.broader.map((code) => `medtop:${code}`),
  };
}

/** The concepts of IPTC Media Topics that an English article is about, the best first, eight at most. */
export function findTopics(cleaned: CleanedText, title: string | undefined): readonly Topic[] {
  const counts = countStems(cleaned, title);
  const weights = new Map(TOPIC_INDEX.concepts.map((concept) => [concept, weighConcept(concept, counts)]));
  const tops = supportTops(weights);
  const topics = [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([concept, weight]) => toTopic(concept, weight * (1 - TOP_SHARE + TOP_SHARE * (tops.get(topOf(concept)) ?? 0) ** 2)))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  const best = topics[0]?.score ?? 0;
  return topics.filter(({ score }) => score >= MIN_SCORE && score >= best * MIN_SHARE).slice(0, MAX_TOPICS);
}
