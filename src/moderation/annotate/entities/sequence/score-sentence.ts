import type { Sentence } from '../../tokens/sentence.ts';
import { findChances } from './find-chances.ts';
import type { NameModel } from './name-model.ts';
import type { NameToken } from './name-token.ts';
import { scoreWords } from './score-words.ts';
import { type SentenceView, viewSentence } from './sentence-view.ts';
import { splitNameTokens, tailOf } from './split-name-tokens.ts';

/** A sentence with the scores of the labels of its words. */
export interface ScoredSentence {
  readonly sentence: Sentence;
  readonly words: readonly NameToken[];
  readonly view: SentenceView;
  /** The words that are weighed: of plain words in a row only the first, for they all are `O`. None without any other word. */
  readonly rows: readonly number[];
  /** For each of them, true where no name goes on from the word before. */
  readonly barriers: readonly boolean[];
  /** Score and chance of each label for each of them. */
  readonly scores: Float64Array;
  readonly chances: Float64Array;
}

const NOTHING = { rows: [], barriers: [], scores: new Float64Array(0), chances: new Float64Array(0) };

function listRows({ plain }: SentenceView): readonly number[] {
  const rows: number[] = [];
  for (let at = 0; at < plain.length; at++) if (!plain[at] || (at > 0 && !plain[at - 1])) rows.push(at);
  return rows;
}

/** Scores the labels of the words of a sentence by themselves. Linear. */
export function scoreSentence(text: string, sentence: Sentence, model: NameModel): ScoredSentence {
  const words = splitNameTokens(text, sentence);
  const view = viewSentence(words, tailOf(text, sentence, words));
  const rows = listRows(view);
  if (rows.length === 0) return { sentence, words, view, ...NOTHING };
  const barriers = rows.map((at) => view.barriers[at] ?? true);
  const scores = scoreWords(model, view, rows);
  const chances = findChances({ scores, barriers }, model.steps, model.floor);
  return { sentence, words, view, rows, barriers, scores, chances };
}
