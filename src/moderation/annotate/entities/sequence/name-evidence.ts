import { ENTITY_TYPES } from '../../../model/annotation.ts';
import { isCompound } from './is-compound.ts';
import { LABEL_COUNT, labelType } from './labels.ts';
import { GAP } from './read-gap.ts';
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
const PLACES_WEIGHT = 6;
const HEADING_FACTOR = 1.5;
/** How much it speaks against a name that the word stands in small letters elsewhere, where its capital says little. */
const SMALL_WEIGHT = 3;
/** How much it does that the word is made of two English nouns, where it only opens a sentence. */
const COMPOUND_WEIGHT = 2;

function entryOf(evidence: Map<string, WordEvidence>, word: string): WordEvidence {
  const known = evidence.get(word);
  if (known) return known;
  const fresh = { kinds: new Float64Array(KIND_COUNT), places: 0, small: 0 };
  evidence.set(word, fresh);
  return fresh;
}

const isHeading = ({ sentence, view }: ScoredSentence): boolean =>
  sentence.kind === 'title' || sentence.kind === 'heading' || view.style === STYLE.capitals || view.style === STYLE.title;

/** Adds the chances of the labels in `row`, times `factor`, to those of their kinds. */
function addChances(kinds: Float64Array, chances: Float64Array, row: number, factor: number): void {
  for (let label = 0; label < LABEL_COUNT; label++) {
    const kind = KINDS[label] ?? 0;
    kinds[kind] = (kinds[kind] ?? 0) + factor * (chances[row * LABEL_COUNT + label] ?? 0);
  }
}

/** The words with a capital, those of headings without a place. */
function addCapitals(evidence: Map<string, WordEvidence>, scored: ScoredSentence): void {
  const { view, rows, chances } = scored;
  const heading = isHeading(scored);
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] ?? 0;
    const fact = view.facts[at];
    if (!fact || view.plain[at] || fact.case === CASE.lower) continue;
    const entry = entryOf(evidence, fact.lowerText);
    if (heading) continue;
    entry.places++;
    addChances(entry.kinds, chances, row, 1);
  }
}

/** Of words in small letters only those are of interest that stand somewhere with a capital. */
function addSmall(evidence: ReadonlyMap<string, WordEvidence>, { view }: ScoredSentence): void {
  for (const fact of view.facts) {
    const entry = fact.case === CASE.lower ? evidence.get(fact.lowerText) : undefined;
    if (entry) entry.small++;
  }
}

/** What the sentences of the body take each word for; headings say nothing. */
export function collectEvidence(sentences: readonly ScoredSentence[]): NameEvidence {
  const evidence = new Map<string, WordEvidence>();
  for (const scored of sentences) addCapitals(evidence, scored);
  for (const scored of sentences) if (!isHeading(scored)) addSmall(evidence, scored);
  return evidence;
}

/** How much it speaks against a name that a word stands in small letters elsewhere and in `others` places with a capital. */
function weighSmall({ small }: WordEvidence, others: number): number {
  return small > 0 ? (SMALL_WEIGHT * small) / (small + Math.max(0, others)) : 0;
}

/** How much it does that a word is made of two nouns and opens a whole sentence, so that it has its capital whatever it is. */
function weighCompound({ gaps, facts }: ScoredSentence['view'], at: number): number {
  const [first, last] = [facts[0], gaps.at(-1)];
  const isWhole = last === GAP.stop || last === GAP.end;
  return at === 0 && first !== undefined && isWhole && isCompound(first) ? COMPOUND_WEIGHT : 0;
}

/** What the other places of a word say: a score for each kind, or nothing when there are none. */
function weighWord(scored: ScoredSentence, row: number, evidence: NameEvidence): Float64Array | undefined {
  const { view, chances, rows } = scored;
  const at = rows[row] ?? 0;
  const fact = view.facts[at];
  const entry = fact && !view.plain[at] && fact.case !== CASE.lower ? evidence.get(fact.lowerText) : undefined;
  if (!entry) return undefined;
  const heading = isHeading(scored);
  const others = entry.places - (heading ? 0 : 1);
  const doubt = (heading || at === 0 ? weighSmall(entry, others) : 0) + (others <= 0 && !heading ? weighCompound(view, at) : 0);
  if (others <= 0 && doubt === 0) return undefined;
  const weights = new Float64Array(KIND_COUNT);
  if (others > 0) {
    const unit = ((heading ? HEADING_FACTOR : 1) * PLACES_WEIGHT) / (others + 1);
    for (let kind = 0; kind < KIND_COUNT; kind++) weights[kind] = unit * (entry.kinds[kind] ?? 0);
    if (!heading) addChances(weights, chances, row, -unit);
  }
  weights[0] = (weights[0] ?? 0) + doubt;
  return weights;
}

/** The scores of a sentence with what the rest of the document says of its words; its own where that says nothing. */
export function weighEvidence(scored: ScoredSentence, evidence: NameEvidence): Float64Array {
  let scores = scored.scores;
  for (let row = 0; row < scored.rows.length; row++) {
    const weights = weighWord(scored, row, evidence);
    if (!weights) continue;
    if (scores === scored.scores) scores = scored.scores.slice();
    for (let label = 0; label < LABEL_COUNT; label++) {
      const cell = row * LABEL_COUNT + label;
      scores[cell] = (scores[cell] ?? 0) + (weights[KINDS[label] ?? 0] ?? 0);
    }
  }
  return scores;
}
