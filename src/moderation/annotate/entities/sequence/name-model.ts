import { TABLE_SIZE } from './feature-buffer.ts';
import { LABEL_COUNT, LABELS } from './labels.ts';

/** A trained model as it stands in its file; the strings are base64 of bytes. */
export interface PackedNameModel {
  /** Labels in the order of the weights of a row. */
  readonly labels: readonly string[];
  /** Weight of each label after each label, row by row; 0 where it may not follow. */
  readonly transitions: readonly number[];
  /** Largest scale of a row. */
  readonly scale: number;
  /** Distance of each row from the row before, 7 bits a byte, low bits first; the highest bit says that more follow. */
  readonly rows: string;
  /** Scale of each row, a byte: `scale` times 2 to the power of minus an eighth of it. */
  readonly scales: string;
  /** Weights of each row, a signed byte a label, in units of the scale of the row. */
  readonly weights: string;
}

/** A trained model, open for reading. */
export interface NameModel {
  /** For each feature the number of its row of weights, counted from 1; 0 without one. */
  readonly slots: Int32Array;
  /** A bit for each feature that has a row: most have none, and these bits stay in the processor's cache while `slots` does not. */
  readonly present: Int32Array;
  /** Weight of each label, row by row. */
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
  /** The same as likelihoods. */
  readonly steps: Float64Array;
  /** Likelihood, beside the best label of a word, below which a label plays no part in what is told of a text. */
  readonly floor: number;
}

const FLOOR = 1e-9;

/** A byte that is `steps` smaller in its scale stands for half of it every eight steps. */
export const scaleOf = (scale: number, steps: number): number => scale * 2 ** (-steps / 8);

function toBytes(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function openSlots(rows: Uint8Array): { readonly slots: Int32Array; readonly count: number } {
  const slots = new Int32Array(TABLE_SIZE);
  let [row, count, distance, shift] = [0, 0, 0, 0];
  for (const byte of rows) {
    distance |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    row += distance;
    if (row < TABLE_SIZE) slots[row] = ++count;
    distance = shift = 0;
  }
  return { slots, count };
}

function markPresent(slots: Int32Array): Int32Array {
  const present = new Int32Array(TABLE_SIZE / 32);
  for (let row = 0; row < TABLE_SIZE; row++)
    if (slots[row] !== 0) present[row >>> 5] = (present[row >>> 5] ?? 0) | (1 << (row & 31));
  return present;
}

function openWeights(weights: Int8Array, scales: Uint8Array, scale: number): Float32Array {
  const units = Float64Array.from({ length: 256 }, (_, steps) => scaleOf(scale, steps));
  const opened = new Float32Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const unit = units[scales[row] ?? 0] ?? 0;
    for (let cell = row * LABEL_COUNT; cell < (row + 1) * LABEL_COUNT; cell++) opened[cell] = unit * (weights[cell] ?? 0);
  }
  return opened;
}

/** Opens a packed model. Throws `RangeError` when its parts do not fit each other or its labels are not ours. */
export function openNameModel(packed: PackedNameModel): NameModel {
  if (packed.labels.join() !== LABELS.join()) throw new RangeError(`labels are ${packed.labels.join(' ')}`);
  const { slots, count } = openSlots(toBytes(packed.rows));
  const scales = toBytes(packed.scales);
  const weights = toBytes(packed.weights);
  if (scales.length !== count || weights.length !== count * LABEL_COUNT || packed.transitions.length !== LABEL_COUNT ** 2)
    throw new RangeError(`${count} rows, ${scales.length} scales and ${weights.length} weights`);
  return {
    slots,
    present: markPresent(slots),
    weights: openWeights(new Int8Array(weights.buffer), scales, packed.scale),
    transitions: Float64Array.from(packed.transitions),
    steps: Float64Array.from(packed.transitions, Math.exp),
    floor: FLOOR,
  };
}
