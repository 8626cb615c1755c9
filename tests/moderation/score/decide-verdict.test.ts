import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/moderation/model/finding.ts';
import { decideVerdict } from '../../../src/moderation/score/decide-verdict.ts';

const limits = { reviewBelow: 8500, rejectBelow: 2500, alwaysReview: ['hidden_text'] } as const;
const quality = (score: number, words = 100) => ({ score, components: [], signals: { words } });
const hidden: Finding = {
  id: 'f1',
  kind: 'hidden_text',
  rule: 'a.b@1',
  start: 0,
  end: 1,
  confidence: 1,
  action: 'flagged',
  message: '',
  evidence: {},
  points: 0,
  related: [],
};

describe('decideVerdict', () => {
  it.each([
    ['at the limit', quality(85), [], [], 'publish'],
    ['a hundredth below it', quality(84.99), [], [], 'review'],
    ['at the limit of reject', quality(25), [], [], 'review'],
    ['below it', quality(24.99), [], [], 'reject'],
    ['a kind that always asks', quality(100), [hidden], [], 'review'],
    ['a stage cut short', quality(100), [], ['entities'], 'review'],
    ['no words', quality(100, 0), [], [], 'review'],
  ] as const)('%s', (_, score, findings, incomplete, outcome) => {
    const verdict = decideVerdict(score, findings, incomplete, limits);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.reasons.length > 0).toBe(outcome !== 'publish');
  });
});
