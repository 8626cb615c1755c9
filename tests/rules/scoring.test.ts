import { describe, expect, it } from 'vitest';
import { FINDING_KINDS } from '../../src/moderation/model/finding.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';

const { kindScores, scoreGroups, verdict } = loadRuleset();
const FULL = 10_000;

/** Points in hundredths that so many findings of a kind take, if nothing else was found. */
const costOf = (kind: (typeof FINDING_KINDS)[number], count: number): number =>
  Math.min(kindScores[kind].hundredths * count, kindScores[kind].cap);

describe('the scoring shipped', () => {
  it('can spend exactly the 100 points there are', () => {
    expect(scoreGroups.reduce((sum, { cap }) => sum + cap, 0)).toBe(FULL);
  });

  it('lets every kind reach its cap by itself', () => {
    for (const { cap, kinds } of scoreGroups)
      for (const kind of kinds) {
        expect(kindScores[kind].hundredths, kind).toBeLessThanOrEqual(kindScores[kind].cap);
        expect(kindScores[kind].cap, kind).toBeLessThanOrEqual(cap);
      }
  });

  it('rejects nothing for one or two natures of fault', () => {
    const [first = 0, second = 0] = scoreGroups.map(({ cap }) => cap).sort((a, b) => b - a);
    expect(FULL - first - second).toBeGreaterThanOrEqual(verdict.rejectBelow);
  });

  it('publishes an article with page furniture in any number, and asks for a person at four adverts', () => {
    const furniture = costOf('boilerplate', 1000) + costOf('title_repeat', 1000) + costOf('slug_line', 1000);
    expect(FULL - furniture).toBeGreaterThanOrEqual(verdict.reviewBelow);
    expect(FULL - costOf('spam_insert', 3)).toBeGreaterThanOrEqual(verdict.reviewBelow);
    expect(FULL - costOf('spam_insert', 4)).toBeLessThan(verdict.reviewBelow);
  });

  it('keeps an article with one or two doubtful findings above 90', () => {
    for (const kind of FINDING_KINDS) expect(FULL - costOf(kind, 2), kind).toBeGreaterThan(9_000);
  });
});
