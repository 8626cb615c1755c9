import { describe, expect, it } from 'vitest';
import { TABLE_SIZE } from '../../../../../src/moderation/annotate/entities/sequence/feature-buffer.ts';
import { LABEL_COUNT } from '../../../../../src/moderation/annotate/entities/sequence/labels.ts';
import { findRow, openNameModel, readWeight } from '../../../../../src/moderation/annotate/entities/sequence/name-model.ts';
import { packNameModel } from '../../../../../src/training/entities/pack-name-model.ts';

const ROWS = [0, 5, 30, 31, 32, 200, 40_000, TABLE_SIZE - 1];

function makeWeights() {
  const weights = new Float32Array(TABLE_SIZE * LABEL_COUNT);
  for (const row of ROWS)
    for (let label = 0; label < LABEL_COUNT; label++)
      weights[row * LABEL_COUNT + label] = Math.sin(row + label) * (1 + (row % 7));
  return { weights, transitions: Float64Array.from({ length: LABEL_COUNT ** 2 }, (_, cell) => Math.cos(cell)) };
}

describe('a packed model', () => {
  it('opens with its weights to within a hundredth of the largest of the row', () => {
    const trained = makeWeights();
    const model = openNameModel(packNameModel(trained));
    const features = Array.from({ length: TABLE_SIZE }, (_, feature) => feature);
    expect(features.filter((feature) => findRow(model, feature) >= 0)).toEqual(ROWS);
    for (const row of ROWS) {
      const own = trained.weights.slice(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
      const most = Math.max(...own.map(Math.abs));
      const found = findRow(model, row);
      for (let label = 0; label < LABEL_COUNT; label++)
        expect(Math.abs(readWeight(model, found, label) - (own[label] ?? 0))).toBeLessThan(most / 100);
    }
    for (const [cell, weight] of model.transitions.entries()) expect(weight).toBeCloseTo(trained.transitions[cell] ?? 0, 3);
  });

  it.each([
    ['weights that are cut', { weights: '' }],
    ['rows that are more than the weights', { rows: btoa('\u0001\u0001\u0001\u0001\u0001\u0001') }],
    ['a row that is told twice', { rows: btoa('\u0000\u0005\u0000\u0001\u0001\u0001\u0001\u0001') }],
    ['labels of others', { labels: ['O', 'B-DRUG'] }],
  ])('is refused with %s', (_, change) => {
    expect(() => openNameModel({ ...packNameModel(makeWeights()), ...change })).toThrow(RangeError);
  });
});
