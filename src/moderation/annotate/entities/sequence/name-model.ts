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

/** A trained model, open for reading; small enough to stay in the processor's cache. */
export interface NameModel {
  /** For each 32 features the bits of those that have a row of weights, then the number of rows of the features before. */
  readonly index: Int32Array;
  /** Weight of each label, row by row, in units of the scale of the row. */
  readonly weights: Int8Array;
  /** Scale of each row, a row of `units`. */
  readonly scales: Uint8Array;
  readonly units: Float64Array;
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

/** Number of bits that are set. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Row of the weights of a feature; -1 without one. */
export function findRow({ index }: NameModel, feature: number): number {
  const at = (feature >>> 5) << 1;
  const bits = index[at] ?? 0;
  const bit = feature & 31;
  return ((bits >>> bit) & 1) === 0 ? -1 : (index[at + 1] ?? 0) + countBits(bits & ~(-1 << bit));
}

/** The weight of a label in a row. */
export function readWeight({ units, scales, weights }: NameModel, row: number, label: number): number {
  return Math.fround((units[scales[row] ?? 0] ?? 0) * (weights[row * LABEL_COUNT + label] ?? 0));
}

/** The index of features, and the number of rows told; a row that is told twice is counted once. */
function openIndex(rows: Uint8Array): { readonly index: Int32Array; readonly told: number; readonly count: number } {
  const index = new Int32Array(TABLE_SIZE / 16);
  let [row, told, distance, shift] = [0, 0, 0, 0];
  for (const byte of rows) {
    distance |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    row += distance;
    told++;
    const at = (row >>> 5) << 1;
    if (row < TABLE_SIZE) index[at] = (index[at] ?? 0) | (1 << (row & 31));
    distance = shift = 0;
  }
  let count = 0;
  for (let at = 0; at < index.length; at += 2) {
    index[at + 1] = count;
    count += countBits(index[at] ?? 0);
  }
  return { index, told, count };
}

/** Opens a packed model. Throws `RangeError` when its parts do not fit each other or its labels are not ours. */
export function openNameModel(packed: PackedNameModel): NameModel {
  if (packed.labels.join() !== LABELS.join()) throw new RangeError(`labels are ${packed.labels.join(' ')}`);
  const { index, told, count } = openIndex(toBytes(packed.rows));
  const scales = toBytes(packed.scales);
  const weights = toBytes(packed.weights);
  if (told !== count) throw new RangeError(`of ${told} rows ${count} are of features`);
  if (scales.length !== count || weights.length !== count * LABEL_COUNT || packed.transitions.length !== LABEL_COUNT ** 2)
    throw new RangeError(`${count} rows, ${scales.length} scales and ${weights.length} weights`);
  return {
    index,
    weights: new Int8Array(weights.buffer),
    scales,
    units: Float64Array.from({ length: 256 }, (_, steps) => scaleOf(packed.scale, steps)),
    transitions: Float64Array.from(packed.transitions),
    steps: Float64Array.from(packed.transitions, Math.exp),
    floor: FLOOR,
  };
}
