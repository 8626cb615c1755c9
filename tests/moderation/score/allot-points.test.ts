import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import type { Ruleset } from '../../../src/moderation/model/ruleset.ts';
import { allotPoints } from '../../../src/moderation/score/allot-points.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';

const ruleset = loadRuleset();
const scored: Ruleset = {
  ...ruleset,
  kindScores: { ...ruleset.kindScores, duplicate: { hundredths: 300, cap: 700 }, near_duplicate: { hundredths: 400, cap: 900 } },
  rulePoints: { 'a.small': 50, 'a.free': 0, 'a.large': 900 },
  scoreGroups: [{ name: 'repetition', cap: 1000, kinds: ['duplicate', 'near_duplicate'] }],
};

/** A detection of its own on `[start, end)`; ten code units for each, so that none touch unless they are meant to. */
function detection(place: number, more: Partial<Detection> = {}): Detection {
  const start = place * 10;
  const base = { kind: 'duplicate', rule: 'a.b@1', start, end: start + 8, confidence: 1, action: 'removed' } as const;
  return { ...base, message: '', evidence: {}, ...more };
}
const pointsOf = (items: readonly Detection[]) => allotPoints(items, scored).map(({ points }) => points);
const near = { kind: 'near_duplicate', action: 'flagged' } as const;

describe('allotPoints', () => {
  it('gives the default of the kind until its cap is spent', () => {
    expect(pointsOf([0, 1, 2, 3].map((place) => detection(place)))).toEqual([300, 300, 100, 0]);
  });

  it('prefers the points of the rule, whatever its version, also none', () => {
    const rules = ['a.small@1', 'a.free@7', 'a.large@2'];
    expect(pointsOf(rules.map((rule, place) => detection(place, { rule })))).toEqual([50, 0, 650]);
  });

  it('stops at the cap of the group, with kinds in any order', () => {
    // 300 + 400 = 700; the group has 300 left for the next near-duplicate, then nothing.
    const items = [detection(0), detection(1, near), detection(2, near), detection(3)];
    expect(pointsOf(items)).toEqual([300, 400, 300, 0]);
  });

  it.each([
    ['two rules on the same text: the costlier is charged', detection(0, { ...near, rule: 'b.c@1' }), [0, 400], 1],
    ['more than half of the longer: the same text', detection(0, { ...near, end: 15 }), [0, 400], 1],
    ['half of the longer: two texts', detection(0, { ...near, end: 16 }), [300, 400], 0],
    ['a flag on what is left is not about what went', detection(0, { ...near, action: 'removed', end: 8 }), [300, 400], 0],
    ['neighbours', detection(1, near), [300, 400], 0],
  ])('%s', (_, second, points, primary) => {
    const first = detection(0, { action: 'flagged' });
    const allotments = allotPoints([first, second], scored);
    expect(allotments.map((allotment) => allotment.points)).toEqual(points);
    expect(allotments[0]?.primary).toBe(primary);
    expect(allotments[0]?.from).toBe(primary === 0 ? 'kind' : 'related');
  });

  it('charges the longer, then the surer, then the first by name when both cost the same', () => {
    const flagged = { action: 'flagged' } as const;
    const primaryOf = (more: Partial<Detection>) =>
      allotPoints([detection(0, flagged), detection(0, { ...flagged, ...more })], scored)[0]?.primary;
    expect(primaryOf({ end: 9 })).toBe(1);
    expect(primaryOf({ end: 7 })).toBe(0);
    expect(primaryOf({ confidence: 0.5 })).toBe(0);
    expect(primaryOf({ rule: 'a.a@1' })).toBe(1);
  });
});
