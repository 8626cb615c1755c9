import { describe, expect, it } from 'vitest';
import type { Amended, Finding } from '../../../src/moderation/model/finding.ts';
import { findTouched } from '../../../src/service/processing/find-touched.ts';

function found(rule: string, start: number, end: number, amended?: Amended, kind: Finding['kind'] = 'boilerplate'): Finding {
  const rest = {
    id: `${rule} ${start}`,
    confidence: 1,
    action: 'flagged',
    message: '',
    evidence: {},
    points: 0,
    related: [],
  } as const;
  return { ...rest, kind, rule, start, end, ...(amended && { amended }) };
}

const kept = (...by: readonly string[]): Amended => ({ by, as: 'kept', was: { kind: 'spam_insert', action: 'removed' } });

describe('what an amendment is about', () => {
  it.each<readonly [string, readonly Finding[], readonly (readonly [string, string])[]]>([
    ['nothing', [found('a@1', 0, 9)], []],
    ['a finding', [found('a@1', 0, 9, kept('am_1')), found('b@1', 20, 90)], [['am_1', 'a@1']]],
    ['of two the longer one', [found('a@1', 0, 9, kept('am_1')), found('b@1', 20, 90, kept('am_1'))], [['am_1', 'b@1']]],
    ['of two of one length the first', [found('a@1', 0, 9, kept('am_1')), found('b@1', 20, 29, kept('am_1'))], [['am_1', 'a@1']]],
    [
      'a finding that two are about',
      [found('a@1', 0, 9, kept('am_1', 'am_2'))],
      [
        ['am_1', 'a@1'],
        ['am_2', 'a@1'],
      ],
    ],
    ["none of the machine's", [found('editor.removal@1', 0, 9, { by: ['am_1'], as: 'removed' }, 'editor_removal')], []],
  ])('is %s', (_, findings, expected) => {
    const touched = [...findTouched(findings)];
    expect(touched).toEqual(expected.map(([id, rule]) => [id, { kind: 'spam_insert', rule }]));
  });
});
