import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedPattern, judgePatterns } from '../../../../src/service/rules/precision/judge-patterns.ts';

/** Articles of a source by window, the oldest first, and in how many of them something of a kind was found. */
function source(name: string, articles: readonly number[], kinds: Readonly<Record<string, readonly number[]>>): CountedPattern[] {
  const ageOf = (at: number) => articles.length - 1 - at;
  const totals = articles.map((count, at) => ({ source: name, kind: null, age: ageOf(at), articles: count, found: 0 }));
  const found = Object.entries(kinds).flatMap(([kind, counts]) =>
    counts.map((count, at) => ({ source: name, kind, age: ageOf(at), articles: 0, found: count })),
  );
  return [...totals, ...found.filter(({ found: count }) => count > 0)];
}

const STEADY = [100, 100, 100, 100];
const quiet = Array.from({ length: 20 }, (_, at) =>
  source(`quiet ${at}`, STEADY, { spam_insert: [10, 12, 9, 11], encoding: [3, 2, 4, 3] }),
);

describe('patterns of sources', () => {
  it.each([
    ['brings three times the spam', { spam_insert: [10, 9, 11, 31] }, { kind: 'spam_insert', step: { isChange: true } }],
    ['begins to bring a new kind', { hidden_text: [0, 0, 0, 15] }, { kind: 'hidden_text', step: { isChange: true } }],
    ['brings none any more', { boilerplate: [40, 38, 41, 2] }, { kind: 'boilerplate', step: { isChange: true } }],
    [
      'brings half as much again of a rare kind',
      { encoding: [10, 11, 9, 30] },
      { kind: 'encoding', step: { isChange: true } },
      1000,
    ],
    [
      'brings more by five points',
      { spam_insert: [400, 390, 410, 480] },
      { kind: 'spam_insert', step: { isChange: true } },
      1000,
    ],
    [
      'brings slowly more of many',
      { spam_insert: [200, 220, 250, 280] },
      { kind: 'spam_insert', trend: { isChange: true } },
      1000,
    ],
    ['brings slowly more', { spam_insert: [8, 14, 21, 27] }, { kind: 'spam_insert', trend: { isChange: true } }],
  ])('tell one that %s, among many that do not change', (_, kinds, expected, each = 100) => {
    const articles = STEADY.map(() => each);
    const { changed, compared } = judgePatterns([...quiet.flat(), ...source('gazette', articles, kinds)], 4);
    expect(changed).toMatchObject([{ source: 'gazette', ...expected }]);
    expect(compared).toBe(41);
  });

  it.each([
    ['nothing changed', source('gazette', STEADY, { spam_insert: [10, 12, 9, 11] })],
    ['more articles came, with as much in them', source('gazette', [100, 100, 100, 900], { spam_insert: [10, 12, 9, 95] })],
    ['the last window has few articles', source('gazette', [100, 100, 100, 9], { spam_insert: [1, 0, 1, 9] })],
    ['the source is new', source('gazette', [0, 0, 0, 100], { spam_insert: [0, 0, 0, 90] })],
    ['it is sure, and small', source('gazette', [2000, 2000, 2000, 2000], { spam_insert: [200, 190, 205, 270] })],
    ['it goes slowly up, surely, and little', source('gazette', [2000, 2000, 2000, 2000], { spam_insert: [200, 220, 240, 260] })],
    ['there is one window', source('gazette', [100], { spam_insert: [50] })],
    ['nothing came', []],
  ])('tell of none when %s', (_, counts) => {
    expect(judgePatterns(counts, 4).changed).toEqual([]);
  });

  it('say of none that is surely other and hardly so that it is a change, and how sure', () => {
    const [big, small] = [
      source('wire', STEADY, { hidden_text: [0, 0, 0, 15] }),
      source('wire', [9000, 9000], { encoding: [900, 1100] }),
    ];
    expect(judgePatterns(small, 2)).toEqual({ compared: 1, changed: [] });
    const both = [...big, ...small.map((one) => ({ ...one, source: 'gazette' }))];
    expect(judgePatterns(both, 4).changed.map((one) => one.source)).toEqual(['wire']);
  });

  it('say of each window how many articles there were, and in how many it was found', () => {
    const [pattern] = judgePatterns(source('gazette', STEADY, { spam_insert: [0, 9, 0, 60] }), 4).changed;
    expect(pattern?.windows).toEqual([0, 9, 0, 60].map((found) => ({ articles: 100, found })));
    expect([pattern?.before, pattern?.last]).toEqual([
      { articles: 300, found: 9 },
      { articles: 100, found: 60 },
    ]);
  });

  it('do not depend on the order', () => {
    const counts = [...quiet.flat(), ...source('gazette', STEADY, { spam_insert: [10, 9, 11, 31], encoding: [0, 0, 0, 40] })];
    const judged = judgePatterns(counts, 4);
    expect(judged.changed).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (shuffled) => {
        expect(judgePatterns(shuffled, 4)).toEqual(judged);
      }),
      { numRuns: 20 },
    );
  });
});
