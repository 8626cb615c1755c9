import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBestLabels } from '../../../../../src/moderation/annotate/entities/sequence/find-best-labels.ts';
import { findMarginals } from '../../../../../src/moderation/annotate/entities/sequence/find-marginals.ts';
import {
  LABEL_COUNT,
  LABELS,
  labelOf,
  mayEnd,
  mayFollow,
  mayStart,
} from '../../../../../src/moderation/annotate/entities/sequence/labels.ts';
import { readLabels } from '../../../../../src/moderation/annotate/entities/sequence/read-labels.ts';

/** Words, few enough to try every labelling. */
const MAX_WORDS = 3;

const lattice = fc
  .integer({ min: 1, max: MAX_WORDS })
  .chain((words) =>
    fc.record({
      scores: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
        minLength: words * LABEL_COUNT,
        maxLength: words * LABEL_COUNT,
      }),
      transitions: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
        minLength: LABEL_COUNT ** 2,
        maxLength: LABEL_COUNT ** 2,
      }),
      barriers: fc.array(fc.boolean(), { minLength: words, maxLength: words }),
    }),
  )
  .map(({ scores, transitions, barriers }) => ({
    scores: Float64Array.from(scores),
    transitions: Float64Array.from(transitions),
    barriers: [true, ...barriers.slice(1)],
  }));

type Lattice = typeof lattice extends fc.Arbitrary<infer Value> ? Value : never;

/** All labellings that are allowed, by brute force, with their scores. */
function listLabellings({
  scores,
  transitions,
  barriers,
}: Lattice): readonly (readonly [labels: readonly number[], score: number])[] {
  let paths: readonly (readonly [readonly number[], number])[] = [[[], 0]];
  for (let at = 0; at < barriers.length; at++) {
    paths = paths.flatMap(([labels, score]) =>
      LABELS.flatMap((_, label) => {
        const before = labels.at(-1);
        const isAllowed = before === undefined ? mayStart(label) : mayFollow(before, label) && (!barriers[at] || mayStart(label));
        const step = before === undefined ? 0 : (transitions[before * LABEL_COUNT + label] ?? 0);
        return isAllowed ? [[[...labels, label], score + step + (scores[at * LABEL_COUNT + label] ?? 0)] as const] : [];
      }),
    );
  }
  return paths.filter(([labels]) => mayEnd(labels.at(-1) ?? 0));
}

describe('labels', () => {
  it('are found that score best of all', () => {
    fc.assert(
      fc.property(lattice, (given) => {
        const all = listLabellings(given);
        const best = Math.max(...all.map(([, score]) => score));
        const found = [...findBestLabels(given.scores, given.transitions, given.barriers)];
        const [, score] = all.find(([labels]) => labels.join() === found.join()) ?? [];
        expect(score).toBeCloseTo(best, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('have the chances that all labellings give them', () => {
    fc.assert(
      fc.property(lattice, (given) => {
        const all = listLabellings(given);
        const total = all.reduce((sum, [, score]) => sum + Math.exp(score), 0);
        const { chances } = findMarginals(given, given.transitions.map(Math.exp));
        for (let at = 0; at < given.barriers.length; at++)
          for (let label = 0; label < LABEL_COUNT; label++) {
            const having = all.filter(([labels]) => labels[at] === label).reduce((sum, [, score]) => sum + Math.exp(score), 0);
            expect(chances[at * LABEL_COUNT + label]).toBeCloseTo(having / total, 6);
          }
      }),
      { numRuns: 20 },
    );
  });

  it('that are allowed share the chances', () => {
    const scores = new Float64Array(LABEL_COUNT).fill(1);
    const allowed = Int32Array.of((1 << 0) | (1 << labelOf('LOC', 0, 1)));
    const { chances, logTotal } = findMarginals(
      { scores, barriers: [true], allowed },
      new Float64Array(LABEL_COUNT ** 2).fill(1),
    );
    expect(chances[0]).toBeCloseTo(0.5);
    expect(chances[labelOf('LOC', 0, 1)]).toBeCloseTo(0.5);
    expect(logTotal).toBeCloseTo(Math.log(2));
    const nothing = findMarginals({ scores, barriers: [true], allowed: Int32Array.of(0) }, new Float64Array(LABEL_COUNT ** 2));
    expect(nothing.logTotal).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are read as names', () => {
    const labels = Int32Array.of(0, labelOf('PER', 0, 2), labelOf('PER', 1, 2), labelOf('LOC', 0, 1));
    const chances = new Float64Array(4 * LABEL_COUNT);
    for (const [at, label] of labels.entries()) chances[at * LABEL_COUNT + label] = 0.9 - at / 10;
    expect(readLabels(labels, chances, [0, 3, 4, 7])).toEqual([
      { from: 3, to: 5, type: 'PER', confidence: expect.closeTo(0.7) },
      { from: 7, to: 8, type: 'LOC', confidence: expect.closeTo(0.6) },
    ]);
  });
});
