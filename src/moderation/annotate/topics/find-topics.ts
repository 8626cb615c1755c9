import type { Entity, Topic, TopicEvidence } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import { countTerms, type TermCount, type TermCounts } from './count-terms.ts';
import { saturate, supportTops, type TermEvidence } from './support-tops.ts';
import type { TopicConcept, TopicIndex } from './topic-index.ts';
import type { TopicLimits } from './topic-limits.ts';

/** A concept with all that speaks for it and for those below it. */
interface Candidate {
  readonly row: number;
  readonly concept: TopicConcept;
  readonly total: number;
  /** True when two terms speak for it, or one that is enough alone. */
  readonly isNamed: boolean;
  /** Row of the one word in passing that is all there is for it. */
  readonly passing: number | undefined;
  readonly terms: readonly { readonly row: number; readonly value: number; readonly full: number }[];
}

/** Sums of the same numbers come apart by less than this when they are added in another order; they count as equal. */
const TOLERANCE = 1e-9;

const isLess = (sum: number, than: number): boolean => sum < than - TOLERANCE;

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * True for a word that may mean something else or is said by the way; `value` is what it says for a concept, by its weight and its
 * occurrences. In a longer text a name or a phrase may stand in passing too.
 */
function isInPassing(term: TermCount | undefined, value: number, isLong: boolean, limits: TopicLimits): boolean {
  if (term === undefined || term.isTitled || term.count > limits.passingCount) return false;
  if (!isLong && term.isInName && !term.isDoubtful) return false;
  return value < (isLong ? limits.certainWeight : limits.clearWeight) * saturate(term.mass);
}

/** Sums what is believed for each concept: what is shared at the top is shared below it in the same measure. */
function collect(
  evidence: readonly TermEvidence[],
  { concepts, limits }: TopicIndex,
  { terms: counts, words }: TermCounts,
): readonly Candidate[] {
  const isLong = words > limits.passingWords;
  const weights = counts.map(({ term }) => term.claims.reduce((most, { weight }) => Math.max(most, weight), 0));
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
    const said = terms.filter(({ value }) => !isLess(value, limits.minWorth));
    const isNamed = said.length > 1 || said.some(({ row: at }) => (weights[at] ?? 0) >= limits.minAlone);
    const [only, other] = said;
    const passing = only && !other && isInPassing(counts[only.row], only.full, isLong, limits) ? only.row : undefined;
    return concept ? [{ row, concept, total, terms, isNamed, passing }] : [];
  });
}

/** True when a concept above has another word for it than the one in passing: that word's field, so its sense, is confirmed. */
function isConfirmed({ concept, passing }: Candidate, candidates: readonly Candidate[]): boolean {
  return candidates.some((above) => concept.ancestors.includes(above.row) && above.passing !== passing);
}

/** The concepts of one top level that are told: specific ones, and a broader one only where none below it says most of it. */
function pick(candidates: readonly Candidate[], isLong: boolean, { minEvidence, toldBelow }: TopicLimits): readonly Candidate[] {
  const strong = candidates.filter((candidate) => {
    if (!candidate.isNamed || isLess(candidate.total, minEvidence)) return false;
    if (candidate.passing === undefined || candidate.concept.ancestors.length === 0) return true;
    return !isLong && isConfirmed(candidate, candidates);
  });
  return strong.filter(
    ({ row, total }) => !strong.some((below) => below.concept.ancestors.includes(row) && !isLess(below.total, total * toldBelow)),
  );
}

function toEvidence({ terms }: Candidate, counts: TermCounts, { maxEvidence }: TopicLimits): readonly TopicEvidence[] {
  return [...terms]
    .sort((a, b) => b.value - a.value || a.row - b.row)
    .slice(0, maxEvidence)
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
  const counts = countTerms(cleaned, title, index, entities);
  const { limits } = index;
  const isLong = counts.words > limits.passingWords;
  const { evidence, tops } = supportTops(counts, index);
  const most = Math.max(0, ...tops.values());
  if (isLess(most, limits.minEvidence)) return [];
  const scale = most / (most + limits.halfEvidence + counts.words * limits.halfPerWord);
  const candidates = collect(evidence, index, counts);
  const topics = [...tops].flatMap(([top, support]) => {
    if (isLess(support, limits.minEvidence)) return [];
    const picked = pick(
      candidates.filter(({ concept }) => concept.top === top),
      isLong,
      limits,
    );
    const best = Math.max(0, ...picked.map(({ total }) => total));
    return picked.map((candidate) => {
      const score = scale * (support / most) * Math.sqrt(candidate.total / best);
      const isPassing = isLong && candidate.passing !== undefined;
      return { candidate, score: round(isPassing ? Math.min(limits.passingScore, score) : score) };
    });
  });
  const least = Math.max(limits.minScore, limits.minShare * scale);
  return topics
    .filter(({ score }) => !isLess(score, least))
    .sort((a, b) => b.score - a.score || (a.candidate.concept.code < b.candidate.concept.code ? -1 : 1))
    .slice(0, limits.maxTopics)
    .map(({ candidate, score }) => {
      const { code, label, broader } = candidate.concept;
      return { code, label, score, broader, evidence: toEvidence(candidate, counts, limits) };
    });
}
