import { describe, expect, it } from 'vitest';
import type { Finding, FindingKind } from '../../../src/moderation/model/finding.ts';
import { assessQuality } from '../../../src/moderation/score/assess-quality.ts';

const finding = (id: string, kind: FindingKind, points: number): Finding => ({
  id,
  kind,
  rule: 'a.b@1',
  start: 0,
  end: 1,
  confidence: 1,
  action: 'flagged',
  message: '',
  evidence: {},
  points,
  related: [],
});

describe('assessQuality', () => {
  it('adds hundredths exactly where floating point does not: 0.1 + 0.2, 3 x 1.1', () => {
    const tenths = [0.1, 0.2, 1.1, 1.1, 1.1].map((points, index) => finding(`f${index + 1}`, 'boilerplate', points));
    expect(assessQuality(tenths, {}, [])).toMatchObject({ score: 96.4, components: [{ name: 'boilerplate', points: 3.6 }] });
  });

  it('names kinds that cost and limits that are broken, in order of name; limits cost nothing', () => {
    const findings = [finding('f1', 'spam_insert', 4), finding('f2', 'duplicate', 3), finding('f3', 'duplicate', 0)];
    expect(assessQuality(findings, { words: 9 }, ['gopher.words'])).toEqual({
      score: 93,
      components: [
        { name: 'duplicate', points: 3, findings: ['f2'] },
        { name: 'limit.gopher.words', points: 0, findings: [] },
        { name: 'spam_insert', points: 4, findings: ['f1'] },
      ],
      signals: { words: 9 },
    });
  });
});
