import type { Sentence } from '../../tokens/sentence.ts';
import { findBestLabels } from './find-best-labels.ts';
import { findMarginals } from './label-marginals.ts';
import type { NameModel } from './name-model.ts';
import type { NameToken } from './name-token.ts';
import { type LabelledName, readLabels } from './read-labels.ts';
import { scoreWords } from './score-words.ts';
import { type SentenceView, viewSentence, type WordCache } from './sentence-view.ts';
import { splitNameTokens, tailOf } from './split-name-tokens.ts';

/** A sentence with the scores of the labels of its words. */
export interface ScoredSentence {
  readonly sentence: Sentence;
  readonly words: readonly NameToken[];
  readonly view: SentenceView;
  readonly scores: Float64Array;
}

/** Scores the words of a sentence; nothing for a sentence in which nothing can be a name. */
export function scoreSentence(text: string, sentence: Sentence, model: NameModel, cache: WordCache): ScoredSentence | undefined {
  const words = splitNameTokens(text, sentence);
  if (words.length === 0) return undefined;
  const view = viewSentence(words, tailOf(text, sentence, words), cache);
  return { sentence, words, view, scores: scoreWords(model, view) };
}

/** The names of a sentence. */
export function findNames({ view, scores }: ScoredSentence, model: NameModel): readonly LabelledName[] {
  if (view.plain.every((isPlain) => isPlain)) return [];
  const labels = findBestLabels(scores, model.transitions, view.barriers);
  if (labels.every((label) => label === 0)) return [];
  const { chances } = findMarginals({ scores, barriers: view.barriers }, model.steps);
  return readLabels(labels, chances);
}
