import type { Sentence } from '../tokens/sentence.ts';
import { correctNames } from './correct-names.ts';
import { findFirms } from './find-firms.ts';
import { findNameEnd } from './find-name-end.ts';
import { joinWords } from './join-words.ts';
import { listBearers } from './list-bearers.ts';
import { nameStorms } from './name-storms.ts';
import type { NamedSpan } from './named-span.ts';
import { findNames } from './sequence/find-names.ts';
import { collectEvidence, weighEvidence } from './sequence/name-evidence.ts';
import type { NameModel } from './sequence/name-model.ts';
import type { LabelledName } from './sequence/read-labels.ts';
import { STYLE } from './sequence/read-style.ts';
import { type ScoredSentence, scoreSentence } from './sequence/score-sentence.ts';
import { isOrdinary } from './sequence/sentence-view.ts';
import { splitCountries } from './split-countries.ts';
import { splitRole } from './split-role.ts';

function toNamedSpan(
  text: string,
  { sentence, words }: ScoredSentence,
  { from, to, type, confidence }: LabelledName,
): readonly NamedSpan[] {
  const first = words[from];
  if (!first) return [];
  const span = { start: first.start, end: findNameEnd(text, words, { from, to, type }), type, confidence, block: sentence.block };
  return [{ ...span, sentence: { start: sentence.start, end: sentence.end } }];
}

/** True for ordinary words in a text of capitals that only their capitals make a name of. */
function isShouted({ view }: ScoredSentence, { from, to, type }: LabelledName): boolean {
  return type === 'MISC' && view.style === STYLE.capitals && view.facts.slice(from, to).every(isOrdinary);
}

/** The names of a sentence without roles, and with what hyphens and "&" join. */
function readNames(read: ScoredSentence, scores: Float64Array, model: NameModel): readonly LabelledName[] {
  const names = findNames(read, scores, model).flatMap((name) => {
    const split = splitRole(read.words, name);
    return split && !isShouted(read, split) ? splitCountries(read.words, split) : [];
  });
  return joinWords(read.words, correctNames(read.words, names));
}

/**
 * The names in the sentences of one document, in order and disjoint. Each sentence is read by itself first, then once more with what
 * the rest of the document takes its words for. Linear in the length of the sentences.
 */
export function recogniseNames(text: string, sentences: readonly Sentence[], model: NameModel): readonly NamedSpan[] {
  const scored = sentences.map((sentence) => scoreSentence(text, sentence, model));
  const evidence = collectEvidence(scored);
  const read = nameStorms(
    scored.map((sentence) => ({ ...sentence, names: readNames(sentence, weighEvidence(sentence, evidence), model) })),
  );
  const bearers = listBearers(text, read);
  return read.flatMap((sentence) =>
    findFirms(text, sentence.words, sentence.names, (word) => bearers.has(word)).flatMap((name) =>
      toNamedSpan(text, sentence, name),
    ),
  );
}
