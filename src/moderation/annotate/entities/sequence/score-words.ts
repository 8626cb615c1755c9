import { FeatureBuffer } from './feature-buffer.ts';
import { LABEL_COUNT, OUTSIDE } from './label-scheme.ts';
import type { NameModel } from './name-model.ts';
import type { SentenceView } from './sentence-view.ts';
import { writeFeatures } from './write-features.ts';

/** Keeps a plain word from all labels but `O`. */
const NEVER = -1e4;

const BUFFER = new FeatureBuffer();

/** How much each label suits each word, word by word; plain words are `O`. */
export function scoreWords(model: NameModel, view: SentenceView): Float64Array {
  const { slots, scales, weights } = model;
  const scores = new Float64Array(view.facts.length * LABEL_COUNT);
  for (let at = 0; at < view.facts.length; at++) {
    const base = at * LABEL_COUNT;
    if (view.plain[at]) {
      scores.fill(NEVER, base, base + LABEL_COUNT);
      scores[base + OUTSIDE] = 0;
      continue;
    }
    writeFeatures(view, at, BUFFER);
    for (let feature = 0; feature < BUFFER.count; feature++) {
      const slot = slots[BUFFER.rows[feature] ?? 0] ?? 0;
      if (slot === 0) continue;
      const scale = scales[slot - 1] ?? 0;
      const from = (slot - 1) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++)
        scores[base + label] = (scores[base + label] ?? 0) + scale * (weights[from + label] ?? 0);
    }
  }
  return scores;
}
