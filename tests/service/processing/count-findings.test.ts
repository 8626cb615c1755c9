import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/moderation/model/finding.ts';
import { countFindings } from '../../../src/service/processing/count-findings.ts';

const BASE: Finding = {
  ...{ id: 'f1', kind: 'spam_insert', rule: 'spam.a@1', start: 0, end: 1, confidence: 1, action: 'removed' },
  ...{ message: 'words', evidence: {}, points: 1, related: [] },
};
const find = (over: Partial<Finding>): Finding => ({ ...BASE, ...over });

describe('countFindings', () => {
  it('counts by kind and by rule, those with the most first', () => {
    const findings = [
      find({ rule: 'spam.b@1', action: 'flagged' }),
      find({}),
      find({}),
      find({ kind: 'garbage_token', rule: 'garbage.c@1', action: 'repaired' }),
    ];
    const counts = countFindings(findings);
    expect(counts).toEqual({
      removed: 2,
      kinds: { spam_insert: 3, garbage_token: 1 },
      rules: { 'spam.a@1': 2, 'garbage.c@1': 1, 'spam.b@1': 1 },
      removed_kinds: { spam_insert: 2 },
      removed_rules: { 'spam.a@1': 2 },
    });
    expect(Object.keys(counts.rules)).toEqual(['spam.a@1', 'garbage.c@1', 'spam.b@1']);
  });

  it('names no more than 50 rules, and no kind of what an editor did', () => {
    const many = Array.from({ length: 60 }, (_, index) => find({ rule: `spam.r${index}@1`, kind: 'editor_removal' }));
    const { kinds, rules } = countFindings([...many, find({ rule: 'spam.r59@1' })]);
    expect(kinds).toEqual({ spam_insert: 1 });
    expect(Object.keys(rules)).toHaveLength(50);
    expect(rules['spam.r59@1']).toBe(2);
  });
});
