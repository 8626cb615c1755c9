import { ENTITY_TYPES } from '../../../model/annotation.ts';
import { LABEL_COUNT, labelType } from './label-scheme.ts';
import { STYLE } from './read-style.ts';
import type { ScoredSentence } from './score-sentence.ts';
import { CASE } from './word-facts.ts';

/** What a word is taken for in a document. */
interface WordEvidence {
  /** Chance of being no name, then of each type, summed over its places with a capital. */
  readonly kinds: Float64Array;
  places: number;
  /** Places where it stands in small letters. */
  small: number;
}

/** Words of a document by their small letters. */
export type NameEvidence = ReadonlyMap<string, WordEvidence>;

const KIND_COUNT = ENTITY_TYPES.length + 1;
/** Row in `kinds` of each label. */
const KINDS = Int32Array.from({ length: LABEL_COUNT }, (_, label) => {
  const type = labelType(label);
  return type === undefined ? 0 : 1 + ENTITY_TYPES.indexOf(type);
});

/** How much the other places of a word count, and how much more in a heading, in units of a score. */
const PLACES_WEIGHT = 2.5;
const HEADING_FACTOR = 2;
/** How much it speaks against a name that the word stands in small letters elsewhere, where its capital says little. */
const SMALL_WEIGHT = 2;

function entryOf(evidence: Map<string, WordEvidence>, word: string): WordEvidence {
  const known = evidence.get(word);
  if (known) return known;
  const fresh = { kinds: new Float64Array(KIND_COUNT), places: 0, small: 0 };
  evidence.set(word, fresh);
  return fresh;
}

const isHeading = ({ sentence, view }: ScoredSentence): boolean =>
  sentence.kind === 'title' || sentence.kind === 'heading' || view.style === STYLE.capitals || view.style === STYLE.title;

/** What the sentences of the body take each word for; headings say nothing. */
export function collectEvidence(sentences: readonly ScoredSentence[]): NameEvidence {
  const evidence = new Map<string, WordEvidence>();
  for (const scored of sentences) {
    if (isHeading(scored)) continue;
    for (const [at, fact] of scored.view.facts.entries()) {
      const entry = entryOf(evidence, fact.lowerText);
      if (fact.case === CASE.lower) entry.small++;
      if (scored.view.plain[at] || fact.case === CASE.lower || !scored.chances) continue;
      entry.places++;
      for (let label = 0; label < LABEL_COUNT; label++) {
        const kind = KINDS[label] ?? 0;
        entry.kinds[kind] = (entry.kinds[kind] ?? 0) + (scored.chances[at * LABEL_COUNT + label] ?? 0);
      }
    }
  }
  return evidence;
}

/** What the other places of a word say: a score for each kind, or nothing when there are none. */
function weighWord(scored: ScoredSentence, at: number, evidence: NameEvidence): Float64Array | undefined {
  const { view, chances } = scored;
  const fact = view.facts[at];
  const entry = fact && evidence.get(fact.lowerText);
  if (!entry || fact.case === CASE.lower) return undefined;
  const heading = isHeading(scored);
  const own = heading || !chances ? 0 : 1;
  const others = entry.places - own;
  const weights = new Float64Array(KIND_COUNT);
  if (others > 0) {
    const unit = ((heading ? HEADING_FACTOR : 1) * PLACES_WEIGHT) / (others + 1);
    for (let kind = 0; kind < KIND_COUNT; kind++) weights[kind] = unit * (entry.kinds[kind] ?? 0);
    if (own === 1 && chances)
      for (let label = 0; label < LABEL_COUNT; label++) {
        const kind = KINDS[label] ?? 0;
        weights[kind] = (weights[kind] ?? 0) - unit * (chances[at * LABEL_COUNT + label] ?? 0);
      }
  }
  if (entry.small > 0 && (heading || at === 0)) weights[0] = (weights[0] ?? 0) + (SMALL_WEIGHT * entry.small) / (entry.small + Math.max(0, others));
  return weights;
}

/** The scores of a sentence with what the rest of the document says of its words. */
export function weighEvidence(scored: ScoredSentence, evidence: NameEvidence): ScoredSentence {
  let scores: Float64Array | undefined;
  for (let at = 0; at < scored.words.length; at++) {
    if (scored.view.plain[at]) continue;
    const weights = weighWord(scored, at, evidence);
    if (!weights) continue;
    scores ??= scored.scores.slice();
    for (let label = 0; label < LABEL_COUNT; label++) {
      const cell = at * LABEL_COUNT + label;
      scores[cell] = (scores[cell] ?? 0) + (weights[KINDS[label] ?? 0] ?? 0);
    }
  }
  return scores ? { ...scored, scores } : scored;
}
