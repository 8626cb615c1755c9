import type { Sentence } from '../../tokens/sentence.ts';
import { findMarginals } from './label-marginals.ts';
import type { NameModel } from './name-model.ts';
import type { NameToken } from './name-token.ts';
import { scoreWords } from './score-words.ts';
import { type SentenceView, viewSentence, type WordCache } from './sentence-view.ts';
import { splitNameTokens, tailOf } from './split-name-tokens.ts';

/** A sentence with the scores of the labels of its words, and their chances when any word may be part of a name. */
export interface ScoredSentence {
  readonly sentence: Sentence;
  readonly words: readonly NameToken[];
  readonly view: SentenceView;
  readonly scores: Float64Array;
  readonly chances: Float64Array | undefined;
}

/** Scores the labels of the words of a sentence by themselves. Linear. */
export function scoreSentence(text: string, sentence: Sentence, model: NameModel, cache: WordCache): ScoredSentence {
  const words = splitNameTokens(text, sentence);
  const view = viewSentence(words, tailOf(text, sentence, words), cache);
  if (view.plain.every((isPlain) => isPlain)) return { sentence, words, view, scores: new Float64Array(0), chances: undefined };
  const scores = scoreWords(model, view);
  return { sentence, words, view, scores, chances: findMarginals({ scores, barriers: view.barriers }, model.steps).chances };
}
