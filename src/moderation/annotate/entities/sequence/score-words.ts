import { FeatureBuffer } from './feature-buffer.ts';
import { LABEL_COUNT, OUTSIDE } from './labels.ts';
import { findRow, type NameModel } from './name-model.ts';
import type { SentenceView } from './sentence-view.ts';
import { writeFeatures } from './write-features.ts';

/** Score that keeps a plain word from all labels but `O`. */
export const NEVER = -1e4;

const BUFFER = new FeatureBuffer();

function addWeights(model: NameModel, { rows, count }: FeatureBuffer, scores: Float64Array, base: number): void {
  const { units, scales, weights } = model;
  for (let feature = 0; feature < count; feature++) {
    const row = findRow(model, rows[feature] ?? 0);
    if (row < 0) continue;
    const unit = units[scales[row] ?? 0] ?? 0;
    const from = row * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[base + label] = (scores[base + label] ?? 0) + Math.fround(unit * (weights[from + label] ?? 0));
  }
}

/** How much each label suits each of the words in `rows`, word by word; plain words are `O`. */
export function scoreWords(model: NameModel, view: SentenceView, rows: readonly number[]): Float64Array {
  const scores = new Float64Array(rows.length * LABEL_COUNT);
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] ?? 0;
    const base = row * LABEL_COUNT;
    if (view.plain[at]) {
      scores.fill(NEVER, base, base + LABEL_COUNT);
      scores[base + OUTSIDE] = 0;
      continue;
    }
    writeFeatures(view, at, BUFFER);
    addWeights(model, BUFFER, scores, base);
  }
  return scores;
}
