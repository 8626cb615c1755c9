import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import { allotPoints } from '../../../src/moderation/score/allot-points.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';

const ruleset = loadRuleset();
const scored = { ...ruleset, kindScores: { ...ruleset.kindScores, duplicate: { hundredths: 300, cap: 700 } } };
const duplicate = (hundredths?: number): Detection => ({
  kind: 'duplicate',
  rule: 'a.b@1',
  start: 0,
  end: 1,
  confidence: 1,
  action: 'removed',
  message: '',
  evidence: {},
  ...(hundredths === undefined ? {} : { hundredths }),
});

describe('allotPoints', () => {
  it('gives the default of the kind until its cap is spent', () => {
    expect(allotPoints([duplicate(), duplicate(), duplicate(), duplicate()], scored)).toEqual([300, 300, 100, 0]);
  });

  it('prefers the points of the rule, also none', () => {
    expect(allotPoints([duplicate(50), duplicate(0), duplicate(900)], scored)).toEqual([50, 0, 650]);
  });
});
