import { describe, expect, it } from 'vitest';
import { sayRefusal } from '../../web/src/parts/say-refusal.ts';

const [ME, ZORA] = ['me', { id: 'other', name: 'Zora', role: 'moderator', tenant: null }] as const;
const MINE = { id: ME, name: 'Me', role: 'moderator', tenant: null } as const;
const ALWAYS = ['note', 'propose_rule'] as const;
const WORKING = ['release', 'skip', 'escalate', 'accept', 'reject', 'amend', ...ALWAYS] as const;

describe('why an act is not done', () => {
  it.each([
    ['accept', 'flagged', ZORA, ALWAYS, 'Not done: Zora has this article.'],
    ['remove', 'flagged', ZORA, ALWAYS, 'Not done: Zora has this article.'],
    ['claim', 'flagged', ZORA, ALWAYS, 'Not done: Zora has this article.'],
    ['claim', 'flagged', MINE, WORKING, 'You have this article already.'],
    ['escalate', 'flagged', null, ['claim', ...ALWAYS], 'Not done: claim the article first.'],
    ['restore', 'flagged', MINE, WORKING, /^Not done: choose a finding first\.$/u],
    ['edit', 'flagged', MINE, WORKING, 'Not done: go to a paragraph, or select words, first.'],
    ['remove', 'flagged', null, ['claim', ...ALWAYS], 'Not done: choose a finding or a paragraph, or select words, first.'],
    ['rule', 'decided', null, ALWAYS, 'Not done: choose a finding, or select words, first.'],
    ['compare', 'flagged', MINE, WORKING, /copied from somewhere/u],
    ['accept', 'decided', null, ['undo', 'open_appeal', ...ALWAYS], /decided\. Undo the decision, or open an appeal\.$/u],
    ['accept', 'decided', null, ['undo', ...ALWAYS], /decided\. Undo the decision first\.$/u],
    ['accept', 'decided', null, ['open_appeal', ...ALWAYS], /decided\. Open an appeal/u],
    ['accept', 'decided', null, ALWAYS, /that is final\.$/u],
    ['note', 'decided', null, ['open_appeal'], /You can read, and appeal\.$/u],
    ['compare', 'flagged', null, [], /copied from somewhere/u],
    ['escalate', 'escalated', null, ['claim', ...ALWAYS], 'Not done: it is with a lead already.'],
    ['undo', 'decided', null, ALWAYS, /only whoever made this decision/u],
    ['undo', 'flagged', MINE, WORKING, /^There is nothing to undo here/u],
    ['reject', 'none', null, ['open_appeal', ...ALWAYS], /the machine decided/u],
    ['accept', 'escalated', null, ALWAYS, 'Not done: it was escalated, and waits for a lead.'],
    ['escalate', 'escalated', MINE, ['accept', 'reject', ...ALWAYS], 'Not done: it is with a lead already.'],
    ['accept', 'appealed', null, ALWAYS, 'You have part in this: somebody else decides it.'],
    ['escalate', 'appealed', MINE, ['decide_appeal', ...ALWAYS], 'Not done: an appeal is decided, and goes no further up.'],
    ['accept', 'flagged', null, [], 'Not done: nothing can be done with this article as it stands.'],
  ] as const)('%s of one that is %s (%j, %j): %s', (act, review, claimant, actions, expected) => {
    expect(sayRefusal(act, { review, claimant, actions: [...actions] }, ME)).toMatch(expected);
  });
});
