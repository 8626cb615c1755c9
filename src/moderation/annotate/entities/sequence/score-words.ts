import { FeatureBuffer } from './feature-buffer.ts';
import { LABEL_COUNT, OUTSIDE } from './labels.ts';
import type { NameModel } from './name-model.ts';
import type { SentenceView } from './sentence-view.ts';
import { writeFeatures } from './write-features.ts';

/** Keeps a plain word from all labels but `O`. */
const NEVER = -1e4;

const BUFFER = new FeatureBuffer();

function addWeights(model: NameModel, { rows, count }: FeatureBuffer, scores: Float64Array, base: number): void {
  const { present, slots, weights } = model;
  for (let feature = 0; feature < count; feature++) {
    const row = rows[feature] ?? 0;
    if ((((present[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 0) continue;
    const from = ((slots[row] ?? 0) - 1) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[base + label] = (scores[base + label] ?? 0) + (weights[from + label] ?? 0);
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
