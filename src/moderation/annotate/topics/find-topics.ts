import type { Entity, Topic, TopicEvidence } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { countTerms, type TermCount, type TermCounts } from './count-terms.ts';
import { saturate, supportTops, type TermEvidence } from './support-tops.ts';
import type { TopicConcept, TopicIndex } from './topic-index.ts';

const MAX_TOPICS = 8;
const MAX_EVIDENCE = 8;
/** Evidence for a concept that says anything: that of one strong term, or of two others. */
const MIN_TOPIC = 1.6;
/** A term that says this much by itself, as an ordinary one; with less it takes two. */
const MIN_ALONE = 0.8;
/** Evidence from which a term counts as one that speaks: half of what an ordinary one says. */
const MIN_WORTH = 0.4;
/** Evidence for a top-level concept that scores one half, and what each word of the article adds to it. */
const HALF_EVIDENCE = 2;
const HALF_PER_WORD = 1 / 40;
/** Lowest score, and lowest share of the best one, that is reported. */
const MIN_SCORE = 0.2;
const MIN_SHARE = 0.35;
/** Words from which a text is a longer one, where a word in passing is no topic; evidence of a term that says all by itself. */
const LONG_WORDS = 60;
const CERTAIN_WEIGHT = 2.4;
/** Occurrences of a term up to which it is a word in passing, and the highest score that it earns. */
const MAX_PASSING = 2;
const MAX_PASSING_SCORE = 0.3;
/** A concept is told by those below it when the best of them has this share of its evidence. */
const TOLD_BELOW = 0.4;

/** A concept with all that speaks for it and for those below it. */
interface Candidate {
  readonly row: number;
  readonly concept: TopicConcept;
  readonly total: number;
  /** True when two terms speak for it, or one that is enough alone. */
  readonly isNamed: boolean;
  /** True when a longer text has no more for it than one word in passing, which is not in the title. */
  readonly isPassing: boolean;
  readonly terms: readonly { readonly row: number; readonly value: number; readonly full: number }[];
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** `value` is what the term says for a concept, by its weight and its occurrences. */
function isInPassing(term: TermCount | undefined, value: number): boolean {
  if (term === undefined || term.isTitled || term.count > MAX_PASSING) return false;
  return value < CERTAIN_WEIGHT * saturate(term.mass);
}

/** Sums what is believed for each concept: what is shared at the top is shared below it in the same measure. */
function collect(
  evidence: readonly TermEvidence[],
  { concepts }: TopicIndex,
  { terms: counts, words }: TermCounts,
): readonly Candidate[] {
  const weights = counts.map(({ term }) => Math.max(0, ...term.claims.map(({ weight }) => weight)));
  const found = new Map<number, { total: number; terms: { row: number; value: number; full: number }[] }>();
  for (const { row, byConcept, byTop, believed } of evidence) {
    for (const [at, value] of byConcept) {
      const top = concepts[at]?.top ?? at;
      const share = value * ((believed.get(top) ?? 0) / (byTop.get(top) ?? 1));
      if (share <= 0) continue;
      const entry = found.get(at) ?? { total: 0, terms: [] };
      if (entry.terms.length === 0) found.set(at, entry);
      entry.total += share;
      entry.terms.push({ row, value: share, full: value });
    }
  }
  return [...found].flatMap(([row, { total, terms }]) => {
    const concept = concepts[row];
    const said = terms.filter(({ value }) => value >= MIN_WORTH);
    const isNamed = said.length > 1 || said.some(({ row: at }) => (weights[at] ?? 0) >= MIN_ALONE);
    const isPassing = words > LONG_WORDS && said.length === 1 && said.every(({ row: at, full }) => isInPassing(counts[at], full));
    return concept ? [{ row, concept, total, terms, isNamed, isPassing }] : [];
  });
}

/** The concepts of one top level that are told: specific ones, and a broader one only where none below it says most of it. */
function pick(candidates: readonly Candidate[]): readonly Candidate[] {
  const strong = candidates.filter(
    ({ total, isNamed, isPassing, concept }) => isNamed && total >= MIN_TOPIC && !(isPassing && concept.broader.length > 0),
  );
  return strong.filter(
    ({ row, total }) => !strong.some((below) => below.concept.ancestors.includes(row) && below.total >= total * TOLD_BELOW),
  );
}

function toEvidence({ terms }: Candidate, counts: TermCounts): readonly TopicEvidence[] {
  return [...terms]
    .sort((a, b) => b.value - a.value || a.row - b.row)
    .slice(0, MAX_EVIDENCE)
    .flatMap(({ row, value }) => {
      const term = counts.terms[row];
      return term ? [{ text: term.text, count: term.count, weight: round(value) }] : [];
    });
}

/**
 * The concepts of a taxonomy that an English article is about, the best first, eight at most. The first one lies below the
 * top-level concept that most of the article speaks for; the best of each top level has that top level's score.
 */
export function findTopics(
  cleaned: CleanedText,
  title: string | undefined,
  index: TopicIndex,
  entities: readonly Entity[] = [],
): readonly Topic[] {
  const counts = countTerms(cleaned, title, index.terms, entities);
  const { evidence, tops } = supportTops(counts, index);
  const most = Math.max(0, ...tops.values());
  if (most < MIN_TOPIC) return [];
  const scale = most / (most + HALF_EVIDENCE + counts.words * HALF_PER_WORD);
  const candidates = collect(evidence, index, counts);
  const topics = [...tops].flatMap(([top, support]) => {
    if (support < MIN_TOPIC) return [];
    const picked = pick(candidates.filter(({ concept }) => concept.top === top));
    const best = Math.max(0, ...picked.map(({ total }) => total));
    return picked.map((candidate) => {
      const score = scale * (support / most) * Math.sqrt(candidate.total / best);
      return { candidate, score: round(candidate.isPassing ? Math.min(MAX_PASSING_SCORE, score) : score) };
    });
  });
  const limit = Math.max(MIN_SCORE, MIN_SHARE * scale);
  return topics
    .filter(({ score }) => score >= limit)
    .sort((a, b) => b.score - a.score || (a.candidate.concept.code < b.candidate.concept.code ? -1 : 1))
    .slice(0, MAX_TOPICS)
    .map(({ candidate, score }) => {
      const { code, label, broader } = candidate.concept;
      return { code, label, score, broader, evidence: toEvidence(candidate, counts) };
    });
}
