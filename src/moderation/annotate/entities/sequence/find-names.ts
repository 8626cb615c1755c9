import { findBestLabels } from './find-best-labels.ts';
import { findChances } from './find-chances.ts';
import { OUTSIDE } from './labels.ts';
import type { NameModel } from './name-model.ts';
import { type LabelledName, readLabels } from './read-labels.ts';
import type { ScoredSentence } from './score-sentence.ts';

/** The names of a sentence by scores, which may be other than its own. */
export function findNames(
  { rows, barriers, scores: own, chances }: ScoredSentence,
  scores: Float64Array,
  model: NameModel,
): readonly LabelledName[] {
  if (rows.length === 0) return [];
  const labels = findBestLabels(scores, model.transitions, barriers);
  if (labels.every((label) => label === OUTSIDE)) return [];
  return readLabels(labels, scores === own ? chances : findChances({ scores, barriers }, model.steps, model.floor), rows);
}
