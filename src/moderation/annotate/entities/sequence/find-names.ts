import { findBestLabels } from './find-best-labels.ts';
import { findMarginals } from './label-marginals.ts';
import { OUTSIDE } from './label-scheme.ts';
import type { NameModel } from './name-model.ts';
import { type LabelledName, readLabels } from './read-labels.ts';
import type { ScoredSentence } from './score-sentence.ts';

/** The names of a sentence by its scores. */
export function findNames({ view, scores }: ScoredSentence, model: NameModel): readonly LabelledName[] {
  if (scores.length === 0) return [];
  const labels = findBestLabels(scores, model.transitions, view.barriers);
  if (labels.every((label) => label === OUTSIDE)) return [];
  return readLabels(labels, findMarginals({ scores, barriers: view.barriers }, model.steps).chances);
}
