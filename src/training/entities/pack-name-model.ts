import { TABLE_SIZE } from '../../moderation/annotate/entities/sequence/feature-buffer.ts';
import { LABEL_COUNT as COUNT, LABELS } from '../../moderation/annotate/entities/sequence/labels.ts';
import { type PackedNameModel, scaleOf } from '../../moderation/annotate/entities/sequence/name-model.ts';
import type { TrainedWeights } from './train-name-model.ts';

const MOST = 127;
/** Rows of weights that are kept: with fewer than 60,000 the figures fall, with more than 120,000 they do not rise. */
const MAX_ROWS = 80_000;

function largestOf(weights: Float32Array, row: number): number {
  let most = 0;
  for (let cell = row * COUNT; cell < (row + 1) * COUNT; cell++) most = Math.max(most, Math.abs(weights[cell] ?? 0));
  return most;
}

/** The rows with the largest weights, ascending. */
function chooseRows(largest: Float64Array): readonly number[] {
  const used = [...largest.keys()].filter((row) => (largest[row] ?? 0) > 0);
  if (used.length <= MAX_ROWS) return used;
  const byWeight = used.sort((a, b) => (largest[b] ?? 0) - (largest[a] ?? 0) || a - b);
  return byWeight.slice(0, MAX_ROWS).sort((a, b) => a - b);
}

function packDistances(rows: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const row of rows) {
    let distance = row - before;
    before = row;
    for (; distance > 0x7f; distance >>= 7) bytes.push((distance & 0x7f) | 0x80);
    bytes.push(distance);
  }
  return Uint8Array.from(bytes);
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Packs the 80,000 rows with the largest weights into signed bytes with a scale for each row; the rest is dropped. */
export function packNameModel({ weights, transitions }: TrainedWeights): PackedNameModel {
  const largest = Float64Array.from({ length: TABLE_SIZE }, (_, row) => largestOf(weights, row));
  const rows = chooseRows(largest);
  const scale = rows.reduce((most, row) => Math.max(most, largest[row] ?? 0), 0) / MOST;
  const steps = Uint8Array.from(rows, (row) => Math.min(255, Math.floor(8 * Math.log2((scale * MOST) / (largest[row] ?? 1)))));
  const bytes = new Int8Array(rows.length * COUNT);
  for (const [at, row] of rows.entries()) {
    const unit = scaleOf(scale, steps[at] ?? 0);
    for (let label = 0; label < COUNT; label++)
      bytes[at * COUNT + label] = Math.round((weights[row * COUNT + label] ?? 0) / unit);
  }
  return {
    labels: LABELS,
    transitions: Array.from(transitions, (value) => Math.round(value * 1e4) / 1e4),
    scale,
    rows: toBase64(packDistances(rows)),
    scales: toBase64(steps),
    weights: toBase64(new Uint8Array(bytes.buffer)),
  };
}
