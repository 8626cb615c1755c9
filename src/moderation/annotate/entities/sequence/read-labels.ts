import type { EntityType } from '../../../model/annotation.ts';
import { beginsName, endsName, LABEL_COUNT, labelType } from './labels.ts';

/** Words `[from, to)` of a sentence that name something. */
export interface LabelledName {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
  /** Chance of its least certain word, 0 to 1. */
  readonly confidence: number;
}

/** The names that labels mark; `chances` are those of each label of each labelled word, `rows` where these stand in the sentence. */
export function readLabels(labels: Int32Array, chances: Float64Array, rows: readonly number[]): readonly LabelledName[] {
  const names: LabelledName[] = [];
  let [from, confidence] = [0, 1];
  for (const [at, label] of labels.entries()) {
    const type = labelType(label);
    if (type === undefined) continue;
    const chance = chances[at * LABEL_COUNT + label] ?? 0;
    if (beginsName(label)) [from, confidence] = [rows[at] ?? 0, 1];
    confidence = Math.min(confidence, chance);
    if (endsName(label)) names.push({ from, to: (rows[at] ?? 0) + 1, type, confidence });
  }
  return names;
}
