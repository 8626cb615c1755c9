import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChances } from '../../../../../src/moderation/annotate/entities/sequence/find-chances.ts';
import { findMarginals } from '../../../../../src/moderation/annotate/entities/sequence/find-marginals.ts';
import { LABEL_COUNT, OUTSIDE } from '../../../../../src/moderation/annotate/entities/sequence/labels.ts';
import { NEVER } from '../../../../../src/moderation/annotate/entities/sequence/score-words.ts';

const numbers = (count: number, most: number) =>
  fc.array(fc.double({ min: -most, max: most, noNaN: true }), { minLength: count, maxLength: count });

/** A row of scores; undefined for a plain word, which can be nothing but `O`. */
const word = fc.option(numbers(LABEL_COUNT, 12), { nil: undefined });
const PLAIN = Array.from({ length: LABEL_COUNT }, (_, label) => (label === OUTSIDE ? 0 : NEVER));

const lattice = fc.array(fc.record({ word, isBarrier: fc.boolean() }), { minLength: 1, maxLength: 12 }).map((rows) => ({
  scores: Float64Array.from(rows.flatMap((row) => row.word ?? PLAIN)),
  barriers: rows.map(({ isBarrier }, at) => at === 0 || isBarrier),
}));
const transitions = numbers(LABEL_COUNT ** 2, 2).map((values) => Float64Array.from(values, Math.exp));

function expectClose(found: Float64Array, wanted: Float64Array, digits: number): void {
  expect(found).toHaveLength(wanted.length);
  for (const [cell, chance] of wanted.entries()) expect(found[cell]).toBeCloseTo(chance, digits);
}

const FLOOR = 1e-3;

/** Labels of a word whose likelihood is not below the floor, as bits. */
function likelyLabels(scores: Float64Array, at: number): number {
  const row = [...scores.subarray(at * LABEL_COUNT, (at + 1) * LABEL_COUNT)];
  const best = Math.max(...row);
  return row.reduce((bits, score, label) => (Math.exp(score - best) < FLOOR ? bits : bits | (1 << label)), 0);
}

describe('findChances', () => {
  it('gives the chances that all labels together have, when none is left out', () => {
    fc.assert(
      fc.property(lattice, transitions, (given, steps) => {
        expectClose(findChances(given, steps, Number.MIN_VALUE), findMarginals(given, steps).chances, 9);
      }),
    );
  });

  it('leaves out labels far below the best of their word', () => {
    fc.assert(
      fc.property(lattice, transitions, (given, steps) => {
        const allowed = Int32Array.from(given.barriers, (_, at) => likelyLabels(given.scores, at));
        expectClose(findChances(given, steps, FLOOR), findMarginals({ ...given, allowed }, steps).chances, 9);
      }),
    );
  });

  it('remembers nothing of a longer sentence before', () => {
    fc.assert(
      fc.property(lattice, lattice, transitions, (given, other, steps) => {
        const wanted = findChances(given, steps, 1e-6);
        findChances(other, steps, 1e-6);
        expect(findChances(given, steps, 1e-6)).toEqual(wanted);
      }),
    );
  });
});
